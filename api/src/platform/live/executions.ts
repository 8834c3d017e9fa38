import { randomUUID } from "node:crypto";
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { presentError } from "../graphql/present-error.ts";
import type { CreateRequestContext, Viewer } from "../graphql/request-context.ts";
import type { Logger } from "../logger.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sharedAmong } from "./live.decorator.ts";
import { LiveFeed } from "./live-feed.ts";
import { SharedExecution, type Subscriber } from "./shared-execution.ts";

export interface LiveOperation {
  readonly document: DocumentNode;
  /** Number of the document in the cache of documents: the same text has the same number. */
  readonly documentId: number;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly viewer: Viewer | null;
  readonly ip: string;
}

export interface ExecutionsOptions {
  readonly schema: GraphQLSchema;
  readonly createContext: CreateRequestContext;
  readonly logger: Logger;
}

/** All running subscriptions of this process, identical ones as one. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #running = new Map<string, SharedExecution>();

  constructor(options: ExecutionsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Gives the function that leaves again. */
  join(operation: LiveOperation, subscriber: Subscriber): () => void {
    const key = this.#keyOf(operation);
    const execution = this.#running.get(key) ?? this.#start(key, operation);
    execution.join(subscriber);
    return () => execution.leave(subscriber);
  }

  #keyOf({ documentId, operation, operationName, variables, viewer }: LiveOperation): string {
    const among = this.#sharedAmong(operation);
    if (among === "nobody") return randomUUID();
    const whose = among === "coach" ? (viewer?.coachId ?? viewer?.userId ?? "") : "";
    return canonicalJson([documentId, operationName ?? null, variables ?? {}, whose]);
  }

  #start(key: string, operation: LiveOperation): SharedExecution {
    const { schema, logger } = this.#options;
    const viewer = this.#sharedAmong(operation.operation) === "everyone" ? null : operation.viewer;
    // A context for each event: loaders cache, and a cache that outlives its event tells the past.
    const argumentsWithContext = (requestId: string) => ({
      schema,
      document: operation.document,
      operationName: operation.operationName,
      variableValues: operation.variables,
      contextValue: this.#options.createContext({ requestId, ip: operation.ip, viewer }),
    });
    const execution = new SharedExecution({
      open: async () => {
        const requestId = randomUUID();
        const source = await createSourceEventStream(argumentsWithContext(requestId));
        if (source instanceof LiveFeed) return source;
        if ("errors" in source) return this.#toPayload(source, requestId);
        throw new Error("A subscription field must answer a LiveFeed; mark its resolver with @Live.");
      },
      render: async (event) => {
        const requestId = randomUUID();
        return this.#toPayload(await execute({ ...argumentsWithContext(requestId), rootValue: event }), requestId);
      },
      onClosed: () => {
        if (this.#running.get(key) === execution) this.#running.delete(key);
      },
      onFailed: (error) => logger.error("A live subscription failed; its subscribers start anew", { error }),
    });
    this.#running.set(key, execution);
    return execution;
  }

  #sharedAmong(operation: OperationDefinitionNode) {
    return sharedAmong(this.#options.schema, rootFieldOf(operation.selectionSet) ?? "");
  }

  #toPayload(result: ExecutionResult, requestId: string): Buffer {
    const errors = result.errors?.map((error) => presentError(error, { requestId, logger: this.#options.logger }));
    return Buffer.from(JSON.stringify(errors ? { ...result, errors } : result));
  }
}

/** The one root field of a subscription. Behind a fragment it is not looked for: such a one is simply not shared. */
function rootFieldOf(selectionSet: SelectionSetNode): string | null {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? first.name.value : null;
}
