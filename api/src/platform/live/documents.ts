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
  | { readonly document: null; readonly errors: readonly GraphQLError[] };

/** Characters of text kept in all: some hundred documents of an app, and a bound for whoever sends ever new ones. */
const maxKeptCharacters = 512 * 1024;

/** Parses and validates each distinct valid document once; the least recently used is forgotten first. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #limits: GraphqlLimits;
  readonly #rules: readonly ValidationRule[];
  readonly #kept = new Map<string, CheckedDocument>();
  #keptCharacters = 0;
  #lastId = 0;

  constructor(schema: GraphQLSchema, limits: GraphqlLimits) {
    this.#schema = schema;
    this.#limits = limits;
    this.#rules = [...specifiedRules, ...limitRules(limits)];
  }

  check(text: string): CheckedDocument {
    const known = this.#kept.get(text);
    const checked = known ?? this.#check(text);
    if (checked.errors) return checked;
    this.#kept.delete(text);
    this.#kept.set(text, checked);
    if (!known) this.#forgetOldest(text.length);
    return checked;
  }

  #forgetOldest(added: number): void {
    this.#keptCharacters += added;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptCharacters <= maxKeptCharacters) break;
      this.#kept.delete(oldest);
      this.#keptCharacters -= oldest.length;
    }
  }

  #check(text: string): CheckedDocument {
    try {
      const maxTokens = this.#limits.tokens;
      const errors = validate(this.#schema, parse(text, { maxTokens }), this.#rules);
      if (errors.length > 0) return { document: null, errors };
      // Kept without its tokens, which are most of its size.
      return { id: ++this.#lastId, document: parse(text, { maxTokens, noLocation: true }), errors: null };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message, source, positions } = error;
      const extensions = { code: "GRAPHQL_PARSE_FAILED" };
      return { document: null, errors: [new GraphQLError(message, { source, positions, extensions })] };
    }
  }
}
