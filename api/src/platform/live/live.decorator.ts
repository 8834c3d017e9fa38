import type { GraphQLSchema } from "graphql";
import { Extensions, Subscription } from "type-graphql";

/** Whose subscriptions may be answered by one execution: the answer depends on nothing but them and the variables. */
export type SharedAmong = "everyone" | "coach" | "nobody";

export interface LiveOptions {
  readonly shared: SharedAmong;
  readonly name?: string;
  readonly description?: string;
}

type ReturnType = Parameters<typeof Subscription>[0];
const extension = "live";

/**
 * Marks a resolver method that answers a `LiveFeed`, or a promise of one, as a subscription of the feed's event type.
 * With `shared: "everyone"` it runs for an anonymous viewer, with `"coach"` once for all windows of one coach.
 */
export function Live(
  returnType: Extract<ReturnType, (...args: never[]) => unknown>,
  options: LiveOptions,
): MethodDecorator {
  const { shared, ...rest } = options;
  return (target, property, descriptor) => {
    Subscription(returnType, { ...rest, subscribe: refuseUnwired })(target, property, descriptor);
    Extensions({ [extension]: shared })(target, property, descriptor);
  };
}

/** type-graphql runs `subscribe` without the resolver instance, so the method itself is made the source here. */
export function wireLiveFields(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    if (!field.extensions[extension] || !field.resolve) continue;
    field.subscribe = field.resolve;
    field.resolve = (event: unknown) => event;
  }
}

export function sharedAmong(schema: GraphQLSchema, subscriptionField: string): SharedAmong {
  const shared = schema.getSubscriptionType()?.getFields()[subscriptionField]?.extensions[extension];
  return shared === "everyone" || shared === "coach" ? shared : "nobody";
}

function refuseUnwired(): never {
  throw new Error("A @Live field runs only in a schema of buildGraphqlSchema.");
}
