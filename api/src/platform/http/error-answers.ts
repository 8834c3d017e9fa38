import type { ErrorRequestHandler, RequestHandler } from "express";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import { requestIdOf } from "../request-id.ts";

/** What body-parser and express throw for requests that are at fault. */
const faultOfRequest = z.object({ status: z.number().min(400).max(499), type: z.string().optional() });

const explanations: Readonly<Record<string, string>> = {
  "entity.too.large": "The request body is too large. Send at most 64 KB.",
  "entity.parse.failed": "The request body is not valid JSON.",
  "encoding.unsupported": "The request body has an unknown encoding. Send it as it is, or with gzip, deflate or br.",
  "charset.unsupported": "The request body has an unknown character set. Send UTF-8.",
};

export const answerNotFound: RequestHandler = (request, response) => {
  response
    .status(404)
    .json(toBody("NOT_FOUND", `There is nothing at ${request.method} ${request.path.slice(0, 200)}.`));
};

/** Errors outside GraphQL, in the form GraphQL clients know. Unexpected ones are logged and shown as a request id. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const fault = faultOfRequest.safeParse(error);
    if (fault.success) {
      const { status, type = "" } = fault.data;
      const message = explanations[type] ?? "The request could not be read. Check its address, headers and body.";
      response.status(status).json(toBody("BAD_REQUEST", message));
      return;
    }
    const requestId = requestIdOf(request);
    logger.error("Unexpected error in a request", { requestId, error });
    response
      .status(500)
      .json(
        toBody(
          "INTERNAL",
          `Something went wrong on our side. Please try again; if it stays, tell us the request id ${requestId}.`,
        ),
      );
  };
}

function toBody(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
