import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";

/** What one operation may ask for. The same limits stand on HTTP and on the websocket. */
export interface GraphqlLimits {
  /** Lexical tokens of a document; bounds the work of the parser and of every rule after it. */
  readonly tokens: number;
  /** Nesting of fields, fragments opened. */
  readonly depth: number;
  /** Nesting below `__schema` and `__type`; the usual introspection query needs 15. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Fields to resolve at worst, see cost.ts. */
  readonly cost: number;
  /** Bytes of one HTTP body or one websocket message. */
  readonly bodyBytes: number;
}

export const graphqlLimits: GraphqlLimits = {
  tokens: 2_000,
  depth: 12,
  introspectionDepth: 20,
  aliases: 30,
  directives: 50,
  rootFields: 10,
  cost: 25_000,
  bodyBytes: 64 * 1024,
};

/** Validation rules for depth, aliases, directives and root fields. Safe on documents with fragment cycles. */
export function limitRules(limits: GraphqlLimits): ValidationRule[] {
  return [(context) => limitVisitor(context, limits)];
}

interface Measure {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: Measure = { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0 };

function limitVisitor(context: ValidationContext, limits: GraphqlLimits): ASTVisitor {
  const measurer = new Measurer((name) => context.getFragment(name));
  return {
    OperationDefinition(operation) {
      for (const problem of problemsOf(operation, measurer, limits)) {
        context.reportError(new GraphQLError(problem, { nodes: operation }));
      }
      // Nothing below an operation is of interest here: the measurer walks by itself.
      return false;
    },
    FragmentDefinition: () => false,
  };
}

function problemsOf(operation: OperationDefinitionNode, measurer: Measurer, limits: GraphqlLimits): string[] {
  const whole = measurer.measure(operation.selectionSet);
  const rootFields = measurer.countRootFields(operation.selectionSet);
  const found = [
    { what: "levels deep", count: whole.depth, limit: limits.depth },
    { what: "levels deep below introspection", count: whole.introspectionDepth, limit: limits.introspectionDepth },
    { what: "aliases", count: whole.aliases, limit: limits.aliases },
    { what: "directives", count: whole.directives + (operation.directives?.length ?? 0), limit: limits.directives },
    { what: "root fields", count: rootFields, limit: limits.rootFields },
  ];
  return found
    .filter(({ count, limit }) => count > limit)
    .map(
      ({ what, count, limit }) =>
        `This operation has ${count} ${what}; at most ${limit} are allowed. Split it into several.`,
    );
}

/** Measures selection sets with fragments opened; each fragment is measured once, so nesting them cannot explode. */
class Measurer {
  readonly #fragment: (name: string) => FragmentDefinitionNode | null | undefined;
  readonly #measured = new Map<string, Measure>();

  constructor(fragment: (name: string) => FragmentDefinitionNode | null | undefined) {
    this.#fragment = fragment;
  }

  measure(selectionSet: SelectionSetNode): Measure {
    return selectionSet.selections
      .map((selection) => {
        const directives = selection.directives?.length ?? 0;
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return add(this.#measureFragment(selection.name.value), directives, 0);
        if (selection.kind === Kind.INLINE_FRAGMENT) return add(this.measure(selection.selectionSet), directives, 0);
        const below = selection.selectionSet ? this.measure(selection.selectionSet) : nothing;
        return add(deeper(selection.name.value, below), directives, selection.alias ? 1 : 0);
      })
      .reduce(both, nothing);
  }

  countRootFields(selectionSet: SelectionSetNode, opened = new Set<string>()): number {
    let count = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) count += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += this.countRootFields(selection.selectionSet, opened);
      else if (!opened.has(selection.name.value)) {
        opened.add(selection.name.value);
        const fragment = this.#fragment(selection.name.value);
        if (fragment) count += this.countRootFields(fragment.selectionSet, opened);
      }
    }
    return count;
  }

  #measureFragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    // Stands in while the fragment is open: a cycle, which another rule refuses, ends here.
    this.#measured.set(name, nothing);
    const fragment = this.#fragment(name);
    const measure = fragment ? this.measure(fragment.selectionSet) : nothing;
    this.#measured.set(name, measure);
    return measure;
  }
}

function deeper(field: string, below: Measure): Measure {
  if (field === "__schema" || field === "__type") {
    return { ...below, depth: 1, introspectionDepth: below.depth + 1 };
  }
  return { ...below, depth: below.depth + 1 };
}

function add(measure: Measure, directives: number, aliases: number): Measure {
  return { ...measure, directives: measure.directives + directives, aliases: measure.aliases + aliases };
}

function both(left: Measure, right: Measure): Measure {
  return {
    depth: Math.max(left.depth, right.depth),
    introspectionDepth: Math.max(left.introspectionDepth, right.introspectionDepth),
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
  };
}
