import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DomainError } from "../errors.ts";
import type { Logger } from "../logger.ts";

export interface ErrorScene {
  readonly requestId: string;
  readonly logger: Logger;
}

/**
 * What a caller is told. Expected failures and faults of the document keep their text and a stable code; anything
 * else is logged here, once, and shown as `INTERNAL` with the request id alone.
 */
export function presentError(error: GraphQLError, { requestId, logger }: ErrorScene): GraphQLFormattedError {
  const cause = causeOf(error);
  const place = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
  if (cause instanceof DomainError) {
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
  }
  const code = cause instanceof GraphQLError ? codeOf(error, cause) : null;
  if (code) return { message: cause.message, ...place, extensions: { code, ...fieldOf(error) } };
  logger.error("Unexpected error in a GraphQL operation", { requestId, path: error.path, error: cause });
  return {
    message: `Something went wrong on our side. Please try again; if it stays, tell us the request id ${requestId}.`,
    ...(error.path && { path: error.path }),
    extensions: { code: "INTERNAL", requestId },
  };
}

/** Where a refused value stands in the variables, as InvalidInput names it: windows.0.end for input.windows[0].end. */
function fieldOf({ message, originalError }: GraphQLError): { field?: string } {
  if (!originalError || !message.endsWith(`; ${originalError.message}`)) return {};
  const said = message.slice(0, -originalError.message.length - 2);
  const path = / at "\w+((?:\.\w+|\[\d+\])+)"$/.exec(said)?.[1] ?? /^Variable "\$(\w+)" /.exec(said)?.[1];
  return path ? { field: path.replaceAll(/\[(\d+)\]/g, ".$1").replace(/^\./, "") } : {};
}

function causeOf(error: Error): Error {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** The code of a fault that is the caller's; null where graphql itself stumbled over what our code answered. */
function codeOf(error: GraphQLError, cause: GraphQLError): string | null {
  const code = error.extensions.code ?? cause.extensions.code;
  if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR") return code;
  if (!error.path) return cause.message.startsWith("Variable ") ? "BAD_USER_INPUT" : "GRAPHQL_VALIDATION_FAILED";
  return cause.message.startsWith("Argument ") ? "BAD_USER_INPUT" : null;
}
