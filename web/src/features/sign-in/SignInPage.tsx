import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { sendSignInLink, signInWithPassword } from "./auth.ts";
import { destinationOf } from "./destination.ts";
import styles from "./SignIn.module.css";
import { SignInFrame } from "./SignInFrame.tsx";

type Way = "link" | "password";

export function SignInPage() {
  usePageTitle("Sign in · Kairos");
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <LinkSent email={sentTo} onBack={() => setSentTo(null)} />;
  return (
    <SignInFrame title="Sign in to your calendar">
      <SignInForm onSent={setSentTo} />
    </SignInFrame>
  );
}

function SignInForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const [way, setWay] = useState<Way>("link");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [emailProblem, setEmailProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const wrong = /^\S+@\S+$/.test(email.trim()) ? undefined : "Write the whole address, like ana@example.com.";
    setEmailProblem(wrong);
    setProblem(null);
    if (wrong !== undefined) return;
    setBusy(true);
    const to = destinationOf(location.search);
    const failed =
      way === "link" ? await sendSignInLink(email.trim(), to) : await signInWithPassword(email.trim(), password);
    setBusy(false);
    if (failed !== null) return setProblem(failed);
    return way === "link" ? onSent(email.trim()) : location.assign(to);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label="Email"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={emailProblem}
        autoFocus
      />
      {way === "password" && (
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          autoFocus
        />
      )}
      {problem !== null && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <Button type="submit" variant="primary" size="l" wide isPending={busy}>
        {busyWords(way, busy)}
      </Button>
      <Button variant="quiet" size="s" onPress={() => setWay(way === "link" ? "password" : "link")}>
        {way === "link" ? "Use a password instead" : "Send a link by email instead"}
      </Button>
    </form>
  );
}

function busyWords(way: Way, busy: boolean): string {
  if (way === "link") return busy ? "Sending the link…" : "Email me a sign-in link";
  return busy ? "Signing in…" : "Sign in";
}

function LinkSent({ email, onBack }: { readonly email: string; readonly onBack: () => void }) {
  return (
    <SignInFrame title="Look in your mail">
      <p className={styles.text}>
        If <b>{email}</b> belongs to a practice, a link is on its way there. It works once, for 15 minutes.
      </p>
      <Button variant="quiet" size="s" onPress={onBack}>
        Use another address
      </Button>
    </SignInFrame>
  );
}
