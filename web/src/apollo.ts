import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { defer, mergeMap } from "rxjs";
import { possibleTypes } from "./generated/possible-types.ts";
import { embedded } from "./lib/host-page.ts";

export function createApolloClient(): ApolloClient {
  // In another site's page nobody is signed in, whatever cookies the browser has.
  const http = new HttpLink({ uri: "/graphql", credentials: embedded ? "omit" : "same-origin" });
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Place: { merge: true } } }),
  });
}

/** The websocket's code comes when the first subscription asks for it: what is seen first does not wait for it. */
const live = new ApolloLink((operation) =>
  defer(() => import("./live-link.ts")).pipe(mergeMap(({ liveLink }) => liveLink.request(operation))),
);
