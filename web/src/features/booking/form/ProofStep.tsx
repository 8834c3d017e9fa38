import { type FormEvent, useId, useRef, useState } from "react";
import type { BookedPartsFragment } from "../../../generated/details.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useStepFocus } from "../../../ui/use-step-focus.ts";
import type { HoldControl } from "../use-hold.ts";
import { CodeAgain } from "./CodeAgain.tsx";
import styles from "./DetailsStep.module.css";
import { Countdown } from "./HoldStatus.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import type { FormProblem } from "./use-booking-form.ts";
import { useProveEmail } from "./use-prove-email.ts";

type ProofStepProps = {
  unproven: { email: string; token: string; expiresAt: number };
  zones: { clientZone: string; coachZone: string };
  holding: HoldControl;
  onBack: () => void;
  onBooked: (booked: BookedPartsFragment) => void;
};

/** The code from the message makes the time the visitor's. It is checked as soon as its six digits are there. */
export function ProofStep({ unproven, zones, holding, onBack, onBooked }: ProofStepProps) {
  const [code, setCode] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isVoid, setVoid] = useState(false);
  const { prove, sendAgain, busy } = useProveEmail(unproven.token, zones);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useStepFocus("code", () => input.current?.focus(), true);

  const settle = (result: Awaited<ReturnType<typeof prove>>) => {
    switch (result.__typename) {
      case "Booked":
        return onBooked(result);
      case "WrongCode":
        setVoid(result.triesLeft === 0);
        setError(`${result.message}${triesIn(result.triesLeft)}`);
        return input.current?.select();
      case "SlotTaken":
      case "SlotNotOffered":
        return holding.lose(result.message, result.alternatives);
      case "HoldExpired":
        return holding.expire();
      case "TooManyAttempts":
        return setProblem({ kind: "wait", message: result.message, retryAt: result.retryAt });
      case "AlreadySeated":
        return setProblem({ kind: "seated" });
      case "InvalidInput":
        return setError(result.message);
      default:
        return setProblem({ kind: "plain", message: result.message });
    }
  };
  const check = async (digits: string) => {
    if (busy) return;
    setProblem(null);
    if (digits.length === 6) return settle(await prove(digits));
    setError("The code has six digits.");
    input.current?.focus();
  };
  const type = (text: string) => {
    const digits = text.replaceAll(/\D/g, "").slice(0, 6);
    setCode(digits);
    setError(null);
    if (digits.length === 6 && code.length < 6) void check(digits);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void check(code);
  };
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      <header className={styles["header"]}>
        <Button variant="quiet" size="s" icon="chevronLeft" onPress={onBack}>
          Other times
        </Button>
        <h2 className={styles["title"]}>Enter the code from your email</h2>
      </header>
      <Countdown expiresAt={unproven.expiresAt} />
      <p id={id} className={styles["sent"]}>
        Six digits are on their way to <strong>{unproven.email}</strong>. The session is booked as soon as they are in.
      </p>
      <TextField
        className={styles["code"] ?? ""}
        label="Code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        isRequired
        aria-describedby={id}
        error={error ?? undefined}
        value={code}
        onChange={type}
        inputRef={input}
      />
      {problem && <ProblemNotice problem={problem} onOther={onBack} />}
      <Button type="submit" variant="primary" size="l" wide isPending={busy} isDisabled={isVoid}>
        {busy ? "Checking…" : "Confirm"}
      </Button>
      <CodeAgain
        sendAgain={sendAgain}
        onSent={() => {
          setVoid(false);
          setError(null);
          setProblem(null);
          setCode("");
          input.current?.focus();
        }}
        onGone={() => holding.expire()}
        onOtherAddress={() => holding.giveUpProof()}
      />
    </form>
  );
}

/** Only where it matters: nobody has to fear for the first tries. */
function triesIn(left: number): string {
  if (left === 0 || left > 2) return "";
  return left === 1 ? " One try is left." : ` ${left} tries are left.`;
}
