import { useEffect, useState } from "react";
import { announce } from "../../../ui/Announcer.tsx";
import { Button, type ButtonLook } from "../../../ui/Button.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import styles from "./CopyButton.module.css";

interface CopyButtonProps extends Pick<ButtonLook, "variant"> {
  readonly text: string;
  /** Ends the sentence "Copy …": "the link to Coaching". */
  readonly what: string;
}

const SHOWN_MS = 2_500;

/** Copies at a press and says so where it was pressed. */
export function CopyButton({ text, what, variant = "secondary" }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(`Copied ${what}.`);
    } catch {
      toast({
        tone: "warning",
        message: "The browser did not allow copying. Open it, select it and copy it yourself.",
      });
    }
  }
  return (
    <Button
      size="s"
      variant={variant}
      icon={copied ? "check" : "copy"}
      className={styles.button ?? ""}
      data-copied={(copied && variant !== "primary") || undefined}
      aria-label={`${copied ? "Copied" : "Copy"} ${what}`}
      onPress={() => void copy()}
    >
      <span className={styles.words}>
        <span data-shown={!copied || undefined}>Copy</span>
        <span data-shown={copied || undefined}>Copied</span>
      </span>
    </Button>
  );
}
