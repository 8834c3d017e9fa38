/** What could not be done, in words for the page; null when it was done. */
type Outcome = Promise<string | null>;

/** Sends a link that leads to the page with the one press. */
export function sendSignInLink(email: string, to: string): Outcome {
  return post("/api/auth/sign-in/magic-link", { email, callbackURL: to });
}

export function signInWithPassword(email: string, password: string): Outcome {
  return post("/api/auth/sign-in/email", { email, password });
}

export function signOut(): Outcome {
  return post("/api/auth/sign-out", {});
}

/** Uses the link up. It is done by a press, never by opening the page: mail scanners open links too. */
export function confirmSignIn(token: string): Outcome {
  return post("/api/auth/sign-in/confirm", { token });
}

const UNREACHABLE = "The server cannot be reached. Check the connection and try again.";

async function post(path: string, body: object): Outcome {
  const response = await send(path, body);
  if (response === null) return UNREACHABLE;
  if (response.ok) return null;
  if (response.status === 401)
    return "Email and password do not belong together. Check both, or ask for a link by email.";
  if (response.status === 429) return "Too many tries in a short time. Wait a minute and try again.";
  return (await messageOf(response)) ?? `The server answered with an error (${response.status}). Try again.`;
}

async function send(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch {
    return null;
  }
}

async function messageOf(response: Response): Promise<string | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
      ? body.message
      : null;
  } catch {
    return null;
  }
}
