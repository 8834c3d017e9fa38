import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** Items assumed in a list that does not say how long it may be. */
const assumedListSize = 10;
const dayMilliseconds = 86_400_000;

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Refuse an operation that would resolve more than `limit` fields at worst. Every field counts one, times the
 * lists it stands in: a list is as long as `first` or `last` says, or as `from` to `to` has days, else ten.
 * To be called on a validated document; the counting stops at the limit, whatever the fragments multiply to.
 */
export function costError(costed: CostedOperation, limit: number): GraphQLError | null {
  const root = costed.schema.getRootType(costed.operation.operation);
  if (!root) return null;
  const counter = new Counter(costed, limit);
  counter.count(costed.operation.selectionSet, root.name, 1, null);
  if (counter.total <= limit) return null;
  return new GraphQLError(
    `This operation asks for more than ${limit} fields at worst, list lengths included. Ask for a shorter range, a smaller \`first\`, or fewer nested lists.`,
    { nodes: costed.operation, extensions: { code: "QUERY_TOO_COSTLY", http: { status: 400 } } },
  );
}

class Counter {
  total = 0;
  readonly #costed: CostedOperation;
  readonly #limit: number;
  readonly #fragments: Map<string, FragmentDefinitionNode>;

  constructor(costed: CostedOperation, limit: number) {
    this.#costed = costed;
    this.#limit = limit;
    const fragments = costed.document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** `times` is how often this selection set is resolved, `length` what the parent says of the lists right below. */
  count(selectionSet: SelectionSetNode, parentType: string, times: number, length: number | null): void {
    for (const selection of selectionSet.selections) {
      if (this.total > this.#limit) return;
      if (selection.kind === Kind.FIELD) this.#countField(selection, parentType, times, length);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.count(selection.selectionSet, selection.typeCondition?.name.value ?? parentType, times, length);
      } else {
        const fragment = this.#fragments.get(selection.name.value);
        if (fragment) this.count(fragment.selectionSet, fragment.typeCondition.name.value, times, length);
      }
    }
  }

  #countField(node: FieldNode, parentType: string, times: number, length: number | null): void {
    this.total += times;
    const field = this.#fieldOf(parentType, node.name.value);
    // Introspection has no definition here; graphql's own rule bounds it.
    if (!field || !node.selectionSet) return;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return;
    const asked = this.#askedLength(node, field);
    const isList = isListType(getNullableType(field.type));
    const timesBelow = isList ? times * (asked ?? length ?? assumedListSize) : times;
    this.count(node.selectionSet, type.name, timesBelow, isList ? null : asked);
  }

  #fieldOf(parentType: string, name: string): GraphQLField<unknown, unknown> | undefined {
    const type = this.#costed.schema.getType(parentType);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }

  #askedLength(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const page = this.#argument(node, field, "first") ?? this.#argument(node, field, "last");
    if (typeof page === "number") return Math.max(1, page);
    const from = Date.parse(String(this.#argument(node, field, "from")));
    const to = Date.parse(String(this.#argument(node, field, "to")));
    return Number.isNaN(from) || Number.isNaN(to) ? null : Math.max(1, (to - from) / dayMilliseconds + 1);
  }

  #argument(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (given?.kind === Kind.INT) return Number(given.value);
    if (given?.kind === Kind.STRING) return given.value;
    const byDefault: unknown = field.args.find((argument) => argument.name === name)?.defaultValue;
    return given?.kind === Kind.VARIABLE ? (this.#variable(given.name.value) ?? byDefault) : byDefault;
  }

  #variable(name: string): unknown {
    const value = this.#costed.variables?.[name];
    if (value !== undefined) return value;
    const definition = this.#costed.operation.variableDefinitions?.find((one) => one.variable.name.value === name);
    const byDefault = definition?.defaultValue;
    if (byDefault?.kind === Kind.INT) return Number(byDefault.value);
    return byDefault?.kind === Kind.STRING ? byDefault.value : undefined;
  }
}
