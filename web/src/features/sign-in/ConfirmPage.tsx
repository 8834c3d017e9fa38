import { useState } from "react";
import { Link } from "wouter";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { confirmSignIn } from "./auth.ts";
import { destinationOf } from "./destination.ts";
import styles from "./SignIn.module.css";
import { SignInFrame } from "./SignInFrame.tsx";

/** Where the link in the mail leads. Only the press uses it up. */
export function ConfirmPage() {
  usePageTitle("Sign in · Kairos");
  const [token] = useState(() => new URLSearchParams(location.search).get("token"));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(
    token === null ? "This address lacks its key. Open the link from the mail again." : null,
  );

  async function confirm() {
    if (token === null) return;
    setBusy(true);
    const failed = await confirmSignIn(token);
    if (failed === null) return location.replace(destinationOf(location.search));
    setBusy(false);
    setProblem(failed);
  }

  return (
    <SignInFrame title={problem === null ? "Welcome back" : "This link does not work"}>
      {problem === null ? (
        <>
          <p className={styles.text}>One press, and you are in on this device.</p>
          <Button variant="primary" size="l" wide isPending={busy} onPress={() => void confirm()} autoFocus>
            {busy ? "Signing in…" : "Sign in"}
          </Button>
        </>
      ) : (
        <>
          <Notice tone="danger" live>
            {problem}
          </Notice>
          <Link href="/sign-in" className={buttonClass({ variant: "primary", size: "l", wide: true })}>
            Get a new link
          </Link>
        </>
      )}
    </SignInFrame>
  );
}
