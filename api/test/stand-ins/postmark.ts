import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Request } from "express";
import { addressParser } from "postal-mime";
import description from "../contracts/postmark.json" with { type: "json" };
import { Contract } from "./contract.ts";

export const postmarkToken = "postmark-server-token";

export interface PostmarkMail {
  readonly id: string;
  readonly fields: PostmarkFields;
  readonly events: { Type: string; Details: Record<string, string> }[];
}

interface PostmarkFields {
  readonly From?: string;
  readonly To?: string;
  readonly Subject?: string;
  readonly TextBody?: string;
  readonly HtmlBody?: string;
  readonly ReplyTo?: string;
  readonly Headers?: readonly { Name: string; Value: string }[];
  readonly Attachments?: readonly { Name: string; Content: string; ContentType: string }[];
  readonly Metadata?: Record<string, string>;
}

class PostmarkProblem extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Postmark on this machine, everything kept in memory. */
export class PostmarkStandIn {
  readonly mails: PostmarkMail[] = [];
  /** Addresses that Postmark sends nothing to. */
  readonly inactive = new Set<string>();
  readonly contract = new Contract(withMetadata(), { query: ["metadata_delivery"] });
  #url = "";
  #close: () => Promise<void> = async () => undefined;

  static async start(): Promise<PostmarkStandIn> {
    const standIn = new PostmarkStandIn();
    const server = standIn.#app().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    // `listen` on a port gives no path.
    standIn.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    standIn.#close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return standIn;
  }

  get url(): string {
    return this.#url;
  }

  close(): Promise<void> {
    return this.#close();
  }

  clear(): void {
    this.mails.splice(0);
    this.inactive.clear();
  }

  #app() {
    const app = express();
    app.use(express.json({ limit: "50mb" }), this.contract.middleware);
    app.use((request, _response, next) => {
      if (request.get("x-postmark-server-token") !== postmarkToken)
        throw new PostmarkProblem(401, 10, "No Account or Server API tokens were supplied in the HTTP headers.");
      next();
    });
    app.post("/email", (request, response) => response.json(this.#take(request.body)));
    app.post("/email/batch", (request, response) => {
      if (request.body.length > 500) throw new PostmarkProblem(422, 410, "You can only send up to 500 emails at once.");
      response.json(
        request.body.map((fields: PostmarkFields) => {
          try {
            return this.#take(fields);
          } catch (error) {
            if (error instanceof PostmarkProblem) return { ErrorCode: error.code, Message: error.message };
            throw error;
          }
        }),
      );
    });
    app.get("/messages/outbound", ({ query }, response) => {
      const wanted = query["metadata_delivery"];
      const found = this.mails.filter(({ fields }) => fields.Metadata?.["delivery"] === wanted).toReversed();
      response.json({ TotalCount: found.length, Messages: found.slice(0, Number(query["count"])).map(summaryOf) });
    });
    app.get("/messages/outbound/:id/details", (request, response) => {
      const mail = this.#mail(request);
      const MessageEvents = mail.events.map((event) => ({
        Recipient: "x",
        ReceivedAt: new Date().toISOString(),
        ...event,
      }));
      response.json({ ...summaryOf(mail), TextBody: mail.fields.TextBody ?? "", Body: "", MessageEvents });
    });
    return app.use(answerProblem);
  }

  #mail(request: Request): PostmarkMail {
    const mail = this.mails.find(({ id }) => id === request.params["id"]);
    if (!mail) throw new PostmarkProblem(422, 701, "This message was not found.");
    return mail;
  }

  #take(fields: PostmarkFields) {
    const to = addressParser(fields.To ?? "", { flatten: true });
    const wrong = (what: string) => new PostmarkProblem(422, 300, what);
    if (to.length !== 1 || !to[0]?.address?.includes("@"))
      throw wrong(`Error parsing 'To': Illegal email address '${fields.To}'.`);
    if (addressParser(fields.From ?? "", { flatten: true }).length !== 1) throw wrong("Error parsing 'From'.");
    if (!fields.TextBody && !fields.HtmlBody) throw wrong("Provide either email TextBody or HtmlBody or both.");
    const lines = [
      fields.From,
      fields.To,
      fields.Subject,
      fields.ReplyTo,
      ...(fields.Headers ?? []).map(({ Value }) => Value),
    ];
    if (lines.some((line) => /[\r\n]/.test(line ?? ""))) throw wrong("A header has a line break in it.");
    const address = to[0].address;
    if (this.inactive.has(address)) {
      throw new PostmarkProblem(
        422,
        406,
        `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${address}.`,
      );
    }
    const id = randomUUID();
    this.mails.push({ id, fields, events: [] });
    return { To: fields.To, SubmittedAt: new Date().toISOString(), MessageID: id, ErrorCode: 0, Message: "OK" };
  }
}

function summaryOf({ id, fields }: PostmarkMail) {
  const { From, Subject } = fields;
  return {
    MessageID: id,
    From,
    Subject,
    Status: "Sent",
    ReceivedAt: new Date().toISOString(),
    Recipients: [fields.To],
  };
}

/** The published description is older than metadata, and refuses the null that Postmark's own client sends for no ContentID. */
function withMetadata() {
  const { components } = description;
  const { SendEmailRequest, Attachment } = components.schemas;
  const Metadata = { type: "object", additionalProperties: { type: "string", maxLength: 80 }, maxProperties: 10 };
  const properties = { ...SendEmailRequest.properties, Metadata };
  const file = { ...Attachment.properties, ContentID: { type: ["string", "null"] } };
  const schemas = {
    ...components.schemas,
    SendEmailRequest: { ...SendEmailRequest, properties },
    Attachment: { ...Attachment, properties: file },
  };
  return { ...description, components: { ...components, schemas } };
}

const answerProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof PostmarkProblem)) return next(error);
  response.status(error.status).json({ ErrorCode: error.code, Message: error.message });
};
