import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool } from "pg";
import type { Logger } from "../logger.ts";

export interface SignInMail {
  readonly to: string;
  /** Leads to a page that wants one press, so that a mail scanner that opens it does not use it up. */
  readonly url: string;
  readonly validMinutes: number;
}

export interface SignInLinksOptions {
  readonly pool: Pool;
  readonly publicUrl: string;
  readonly sendSignInMail: (mail: SignInMail) => Promise<void>;
  readonly logger: Logger;
}

export const linkMinutes = 15;
/** Links that one address is sent within `linkMinutes`, so that nobody's mailbox is flooded through us. */
const maxLinksPerAddress = 5;

interface Link {
  readonly email: string;
  readonly token: string;
  /** better-auth's own address for it, which would use it up when opened. */
  readonly url: string;
}

/** What becomes of the links that better-auth makes: a mail to their user, or an answer to ourselves. */
export class SignInLinks {
  readonly #options: SignInLinksOptions;
  readonly #captured = new AsyncLocalStorage<{ url: string | null }>();
  readonly #sending = new Set<Promise<void>>();

  constructor(options: SignInLinksOptions) {
    this.#options = options;
  }

  /** Answers before the mail is out, and the same for unknown addresses: neither text nor time tells who is a user. */
  readonly take = async (link: Link): Promise<void> => {
    const captured = this.#captured.getStore();
    if (captured) {
      captured.url = this.#toConfirmUrl(link);
      return;
    }
    const work = this.#send(link)
      .catch((error: unknown) => this.#options.logger.error("A sign-in mail was not sent", { error }))
      .finally(() => this.#sending.delete(work));
    this.#sending.add(work);
  };

  /** The address of the link that `make` lets better-auth make; no mail is sent. */
  async capture(make: () => Promise<unknown>): Promise<string> {
    const captured: { url: string | null } = { url: null };
    await this.#captured.run(captured, make);
    if (captured.url === null) throw new Error("better-auth made no sign-in link.");
    return captured.url;
  }

  /** Resolves when no mail is on its way any more. */
  async settle(): Promise<void> {
    await Promise.all(this.#sending);
  }

  async #send(link: Link): Promise<void> {
    const to = await this.#userAddress(link.email);
    if (to === null) return;
    await this.#options.sendSignInMail({ to, url: this.#toConfirmUrl(link), validMinutes: linkMinutes });
  }

  #toConfirmUrl({ token, url }: Link): string {
    const confirm = new URL("/sign-in/confirm", this.#options.publicUrl);
    confirm.searchParams.set("token", token);
    const to = new URL(url).searchParams.get("callbackURL");
    if (to && to !== "/") confirm.searchParams.set("to", to);
    return confirm.href;
  }

  /** The address as it is stored, not as it was typed into the form; null when nobody has it or it had enough. */
  async #userAddress(email: string): Promise<string | null> {
    const found = await this.#options.pool.query<{ email: string; links: string }>(
      // The case keeps values of other kinds, which are not JSON, from being read as such.
      `select email, (
         select count(*) from auth_verification
          where created_at > now() - make_interval(mins => $2)
            and case when identifier like 'magic-link:%' then lower(value::json ->> 'email') end = auth_user.email
       ) as links
       from auth_user where email = $1`,
      [email.toLowerCase(), linkMinutes],
    );
    const [user] = found.rows;
    // The link in question is counted with them.
    return user && Number(user.links) <= maxLinksPerAddress ? user.email : null;
  }
}
