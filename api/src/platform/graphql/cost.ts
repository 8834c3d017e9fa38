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
  if (counter.count(costed.operation.selectionSet, root.name, null) <= limit) return null;
  return new GraphQLError(
    `This operation asks for more than ${limit} fields at worst, list lengths included. Ask for a shorter range, a smaller \`first\`, or fewer nested lists.`,
    { nodes: costed.operation, extensions: { code: "QUERY_TOO_COSTLY", http: { status: 400 } } },
  );
}

class Counter {
  readonly #costed: CostedOperation;
  readonly #limit: number;
  readonly #fragments: Map<string, FragmentDefinitionNode>;
  #visited = 0;

  constructor(costed: CostedOperation, limit: number) {
    this.#costed = costed;
    this.#limit = limit;
    const fragments = costed.document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /**
   * Fields resolved for one object. `length` is what its parent says of the lists right below. Fragments on different
   * object types are alternatives: of them the dearest counts.
   */
  count(selectionSet: SelectionSetNode, parentType: string, length: number | null): number {
    let always = 0;
    const alternatives = new Map<string, number>();
    for (const selection of selectionSet.selections) {
      if (this.#visited > this.#limit) return Number.POSITIVE_INFINITY;
      if (selection.kind === Kind.FIELD) {
        always += this.#countField(selection, parentType, length);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      const type = fragment?.typeCondition?.name.value ?? parentType;
      const cost = fragment ? this.count(fragment.selectionSet, type, length) : 0;
      if (type !== parentType && isObjectType(this.#costed.schema.getType(type))) {
        alternatives.set(type, (alternatives.get(type) ?? 0) + cost);
      } else always += cost;
    }
    return always + Math.max(0, ...alternatives.values());
  }

  #countField(node: FieldNode, parentType: string, length: number | null): number {
    this.#visited += 1;
    const field = this.#fieldOf(parentType, node.name.value);
    // Introspection has no definition here; graphql's own rule bounds it.
    if (!(field && node.selectionSet)) return 1;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 1;
    const asked = this.#askedLength(node, field);
    if (!isListType(getNullableType(field.type))) return 1 + this.count(node.selectionSet, type.name, asked);
    return 1 + (asked ?? length ?? assumedListSize) * this.count(node.selectionSet, type.name, null);
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
