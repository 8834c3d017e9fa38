import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { StandInAccounts } from "../../../test/stand-ins/accounts.ts";
import type { FaultyRoad } from "../../../test/stand-ins/faulty-road.ts";
import type { CalendarProvider, Credentials, OAuthCredentials, OAuthSignIn } from "./calendar-provider.ts";
import { outcomeOf } from "./failure.ts";

const redirectUri = "http://127.0.0.1:4000/api/calendars/back";
const soon = () => AbortSignal.timeout(20_000);

function oauthOf({ signIn }: CalendarProvider): OAuthSignIn {
  if (signIn.kind !== "oauth") throw new Error("This provider has no page of its own.");
  return signIn;
}

/** Goes through the consent page as a browser does. */
export async function signIn(provider: CalendarProvider, answer = "allow") {
  const oauth = oauthOf(provider);
  const codeVerifier = randomBytes(32).toString("base64url");
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const url = await oauth.authorizationUrl({ redirectUri, state: "state & more", codeChallenge });
  const page = await (await fetch(url)).text();
  const fields = Array.from(page.matchAll(/name="([^"]+)" value="([^"]*)">/g), ([, name = "", value = ""]) => [
    name,
    value.replaceAll("&amp;", "&"),
  ]).filter(([name]) => name !== "answer");
  const body = new URLSearchParams([...fields.map(([name = "", value = ""]) => [name, value]), ["answer", answer]]);
  const decided = await fetch(new URL(url).href.split("?")[0] ?? "", { method: "POST", body, redirect: "manual" });
  const back = new URL(decided.headers.get("location") ?? "");
  const code = back.searchParams.get("code") ?? "";
  const exchange = (more: { codeVerifier?: string } = {}) =>
    oauth.exchange({ redirectUri, code, codeVerifier, signal: soon(), ...more });
  return { url: new URL(url), back, page, exchange };
}

/** What every sign-in by OAuth must do. */
export function oauthSuite(
  open: () => { provider: CalendarProvider; accounts: StandInAccounts; calls: FaultyRoad },
  /** Whether the provider may give another refresh token with each access token. */
  rotates: boolean,
): void {
  const connect = async () => {
    const { exchange } = await signIn(open().provider);
    const account = await exchange();
    if (!account.ok) throw new Error(account.failure.detail);
    return { ...account.value, credentials: oauth(account.value.credentials) };
  };

  test("consent gives an account with tokens that work, under the address she knows", async () => {
    const { provider, accounts } = open();
    const { url, back, exchange, page } = await signIn(provider);
    expect(page).toContain(accounts.address);
    expect(back.searchParams.get("state")).toBe("state & more");
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    const account = await exchange();
    expect(account).toMatchObject({ ok: true, value: { address: accounts.address } });
    if (!account.ok) return;
    const access = { credentials: account.value.credentials, signal: soon() };
    expect(await provider.calendars(access)).toMatchObject({ ok: true });
  });

  test("a code is good once, and only for who has the verifier", async () => {
    const { provider } = open();
    const stolen = await signIn(provider);
    const refusal = { ok: false, failure: { kind: "grantRevoked" } };
    expect(await stolen.exchange({ codeVerifier: "somebody-elses".padEnd(43, "x") })).toMatchObject(refusal);
    const { exchange } = await signIn(provider);
    expect(await exchange()).toMatchObject({ ok: true });
    expect(await exchange()).toMatchObject(refusal);
  });

  test("a coach who says no comes back without a code", async () => {
    const { back } = await signIn(open().provider, "deny");
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect(back.searchParams.get("code")).toBeNull();
  });

  test("expired access is refreshed, and with what came last again", async () => {
    const { provider, accounts } = open();
    const { credentials } = await connect();
    accounts.expireAccess();
    const old = { credentials, signal: soon() };
    expect(await provider.calendars(old)).toMatchObject({ ok: false, failure: { kind: "unauthorized" } });
    accounts.rotates = rotates;
    const first = await oauthOf(provider).refresh(credentials, soon());
    if (!first.ok) throw new Error(first.failure.detail);
    expect(first.value.refreshToken !== credentials.refreshToken).toBe(rotates);
    expect(first.value.expiresAt).toBeGreaterThan(Date.now() + 3_000_000);
    accounts.rotates = false;
    const second = await oauthOf(provider).refresh(first.value, soon());
    expect(second).toMatchObject({ ok: true, value: { refreshToken: first.value.refreshToken } });
    if (second.ok) expect(await provider.calendars({ ...old, credentials: second.value })).toMatchObject({ ok: true });
  });

  test("a grant that was taken back is told apart, after one request", async () => {
    const { provider, accounts, calls } = open();
    const { credentials } = await connect();
    accounts.revokeAll();
    const before = calls.passed.length;
    const refreshed = await oauthOf(provider).refresh(credentials, soon());
    expect(refreshed).toMatchObject({ ok: false, failure: { kind: "grantRevoked" } });
    expect(calls.passed.length - before).toBe(1);
    expect(JSON.stringify(refreshed)).not.toContain(credentials.refreshToken);
  });

  test("a token endpoint in trouble is no revoked grant", async () => {
    const { provider, calls } = open();
    const { credentials } = await connect();
    calls.meet({ kind: "answer", status: 503, headers: { "retry-after": "9" } });
    const refreshed = await oauthOf(provider).refresh(credentials, soon());
    expect(refreshed).toMatchObject({ ok: false, failure: { kind: "unavailable", retryAfterMs: 9000 } });
    calls.meet({ kind: "cutOff" });
    expect(await oauthOf(provider).refresh(credentials, soon())).toMatchObject({ failure: { kind: "unavailable" } });
    calls.meet({ kind: "shortened" });
    expect(await outcomeOf(() => oauthOf(provider).refresh(credentials, soon()))).toMatchObject({
      value: { ok: false },
    });
  });

  test("disconnecting gives the grant back, and twice is well", async () => {
    const { provider } = open();
    const { credentials } = await connect();
    expect(await oauthOf(provider).revoke(credentials, soon())).toEqual({ ok: true, value: null });
    expect(await oauthOf(provider).revoke(credentials, soon())).toEqual({ ok: true, value: null });
  });
}

function oauth(credentials: Credentials): OAuthCredentials {
  if (credentials.kind !== "oauth") throw new Error("These are no tokens.");
  return credentials;
}
