import { createHash } from "node:crypto";
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Mailbox, MailboxMessage } from "./mailbox.ts";

/** How many messages the list shows. */
const shown = 200;

/**
 * The mailbox as pages at /mailbox. It shows sign-in links, so it answers only to a browser on this very machine, and
 * only under a name of this machine: another site's name that was made to point here is refused.
 */
export function mailboxPages(mailbox: Mailbox): Router {
  const router = Router();
  router.use("/mailbox", refuseOthers);
  router.get("/mailbox", async (_request, response) => {
    const messages = await mailbox.list(shown);
    sendPage(response, 200, "Mailbox", messages.length === 0 ? emptyHtml : listHtml(messages));
  });
  router.get("/mailbox/:id", async (request, response) => {
    const message = await mailbox.read(request.params.id);
    if (message) sendPage(response, 200, message.subject, messageHtml(message));
    else sendPage(response, 404, "No such message", missingHtml);
  });
  return router;
}

const refuseOthers: RequestHandler = (request, response, next) => {
  if (isLocal(request)) next();
  else sendPage(response, 403, "Not from here", refusedHtml);
};

function isLocal(request: Request): boolean {
  const loopback = /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? "");
  const forwarded = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return loopback && !forwarded && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? "");
}

const style = `
:root { color-scheme: light dark; --ink: #1b1c1f; --soft: #5d6067; --line: #e4e4df; --paper: #fafaf8; --link: #2b5f54 }
@media (prefers-color-scheme: dark) { :root { --ink: #ecedef; --soft: #a2a6ae; --line: #2a2c31; --paper: #101114; --link: #8fc9bb } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 48px 20px }
h1 { font-size: 24px; line-height: 32px; margin: 0 0 8px; overflow-wrap: anywhere }
p { margin: 0 0 16px; color: var(--soft) }
ol { list-style: none; margin: 24px 0 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
li a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; padding: 12px 4px; color: inherit; text-decoration: none }
li a:hover strong, li a:focus-visible strong { text-decoration: underline }
strong { font-weight: 600; overflow-wrap: anywhere }
small, time { color: var(--soft); font-size: 14px; overflow-wrap: anywhere }
time { font-variant-numeric: tabular-nums; white-space: nowrap }
a { color: var(--link) }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
pre { margin: 24px 0 0; padding: 24px 0 0; border-top: 1px solid var(--line); font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
`;
const styleHash = createHash("sha256").update(style).digest("base64");

function sendPage(response: Response, status: number, title: string, body: string): void {
  response.status(status).set({
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  response.type("html").send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Kairos mailbox</title>
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>
`);
}

const emptyHtml = `<h1>Mailbox</h1>
<p>Nothing was sent yet. Confirmations, reminders and sign-in links appear here, because this Kairos has no mail provider.</p>`;
const missingHtml = `<h1>There is no such message</h1><p><a href="/mailbox">All messages</a></p>`;
const refusedHtml = `<h1>The mailbox is shown on its own machine only</h1>
<p>It holds sign-in links. Open it in a browser on the machine that runs Kairos, under the name localhost.</p>`;

function listHtml(messages: readonly MailboxMessage[]): string {
  const items = messages.map(
    ({ id, to, subject, sentAt }) =>
      `<li><a href="/mailbox/${escapeHtml(id)}"><strong><bdi>${escapeHtml(subject)}</bdi></strong>${timeHtml(sentAt)}<small>to ${recipientHtml(to)}</small></a></li>`,
  );
  const count = messages.length === shown ? `The newest ${shown} messages` : "All messages";
  return `<h1>Mailbox</h1><p>${count}, newest first. Nothing here has left this machine.</p><ol>${items.join("\n")}</ol>`;
}

function messageHtml({ to, subject, text, sentAt }: MailboxMessage): string {
  return `<p><a href="/mailbox">All messages</a></p><h1><bdi>${escapeHtml(subject)}</bdi></h1>
<small>to ${recipientHtml(to)}, ${timeHtml(sentAt)}</small><pre dir="auto">${linkedHtml(text)}</pre>`;
}

function recipientHtml({ name, address }: MailboxMessage["to"]): string {
  return name === null
    ? `<bdi>${escapeHtml(address)}</bdi>`
    : `<bdi>${escapeHtml(name)}</bdi> &lt;<bdi>${escapeHtml(address)}</bdi>&gt;`;
}

function timeHtml(sentAt: Date): string {
  const iso = sentAt.toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}

/** Web addresses become links; everything around and within them is escaped. */
function linkedHtml(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/);
  return parts
    .map((part, at) => {
      const escaped = escapeHtml(part);
      return at % 2 === 1 ? `<a href="${escaped}" rel="noreferrer noopener">${escaped}</a>` : escaped;
    })
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
