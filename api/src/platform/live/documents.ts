import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from "graphql";
import { type GraphqlLimits, limitRules } from "../graphql/limits.ts";

export type CheckedDocument =
  | { readonly id: number; readonly document: DocumentNode; readonly errors: null }
  | { readonly id: number; readonly document: null; readonly errors: readonly GraphQLError[] };

const maxKept = 500;

/** Parses and validates each distinct document once; the least recently used is forgotten first. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #limits: GraphqlLimits;
  readonly #rules: readonly ValidationRule[];
  readonly #kept = new Map<string, CheckedDocument>();
  #lastId = 0;

  constructor(schema: GraphQLSchema, limits: GraphqlLimits) {
    this.#schema = schema;
    this.#limits = limits;
    this.#rules = [...specifiedRules, ...limitRules(limits)];
  }

  check(text: string): CheckedDocument {
    const checked = this.#kept.get(text) ?? this.#check(text);
    this.#kept.delete(text);
    this.#kept.set(text, checked);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= maxKept) break;
      this.#kept.delete(oldest);
    }
    return checked;
  }

  #check(text: string): CheckedDocument {
    const id = ++this.#lastId;
    try {
      const document = parse(text, { maxTokens: this.#limits.tokens });
      const errors = validate(this.#schema, document, this.#rules);
      return errors.length > 0 ? { id, document: null, errors } : { id, document, errors: null };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message, source, positions } = error;
      const extensions = { code: "GRAPHQL_PARSE_FAILED" };
      return { id, document: null, errors: [new GraphQLError(message, { source, positions, extensions })] };
    }
  }
}
