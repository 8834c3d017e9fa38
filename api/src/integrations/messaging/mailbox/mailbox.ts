import type { Pool } from "pg";
import { cleanEmail, type EmailChannel, type Recipient } from "../email.ts";

export interface MailboxMessage {
  readonly id: string;
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** The channel of the embedded default: nothing leaves the machine, every message is a row to be looked at. */
export interface Mailbox extends EmailChannel {
  /** Newest first, `limit` at most. */
  list(limit: number): Promise<readonly MailboxMessage[]>;
  read(id: string): Promise<MailboxMessage | null>;
}

interface Row {
  id: string;
  to_name: string | null;
  to_address: string;
  subject: string;
  text: string;
  sent_at: Date;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createMailbox(pool: Pool): Mailbox {
  const idOf = async (messageId: string) => {
    const found = await pool.query<{ id: string }>("select id from mailbox_message where message_id = $1", [messageId]);
    return found.rows[0]?.id ?? null;
  };
  return {
    kind: "email",
    afterUnclear: { kind: "ask", settlesAfterMs: 0 },
    async find(email) {
      const providerId = await idOf(email.id);
      return providerId === null ? { kind: "notFound" } : { kind: "found", providerId, fate: "delivered", words: "" };
    },
    async send(email) {
      const clean = cleanEmail(email);
      if ("kind" in clean) return clean;
      const { id, to, subject, text } = clean;
      await pool.query(
        `insert into mailbox_message (message_id, to_name, to_address, subject, text)
         values ($1, $2, $3, $4, $5)
         on conflict (message_id) do nothing`,
        [id, to.name, to.address, subject, text],
      );
      const providerId = await idOf(id);
      if (providerId === null) throw new Error(`Message ${id} is not in the mailbox although it was just put there.`);
      return { kind: "handedOver", providerId };
    },
    async list(limit) {
      const found = await pool.query<Row>("select * from mailbox_message order by number desc limit $1", [limit]);
      return found.rows.map(toMessage);
    },
    async read(id) {
      if (!uuid.test(id)) return null;
      const found = await pool.query<Row>("select * from mailbox_message where id = $1", [id]);
      return found.rows[0] ? toMessage(found.rows[0]) : null;
    },
  };
}

function toMessage(row: Row): MailboxMessage {
  const { id, subject, text } = row;
  return { id, to: { name: row.to_name, address: row.to_address }, subject, text, sentAt: row.sent_at };
}
