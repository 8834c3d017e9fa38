import { useId, useState } from "react";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { type EmbedMode, type EmbedTheme, embedCode } from "./embed-code.ts";
import styles from "./LinkPanel.module.css";
import { type Link, nameOf } from "./link-words.ts";

const MODES = [
  { id: "inline", label: "In the page" },
  { id: "popup", label: "Button" },
  { id: "floating", label: "Floating button" },
] as const;

const THEMES = [
  { id: "auto", label: "As the page around it" },
  { id: "light", label: "Always light" },
  { id: "dark", label: "Always dark" },
] as const;

const SAYS: Readonly<Record<EmbedMode, string>> = {
  inline: "The booking page stands where you paste this, and grows with what it shows.",
  popup: "A button stands where you paste this. The booking page opens over your page.",
  floating: "A button stays in the corner of your page. The booking page opens over it.",
};

/** The link on another website. */
export function EmbedCode({ link }: { readonly link: Link }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [mode, setMode] = useState<EmbedMode>("inline");
  const [theme, setTheme] = useState<EmbedTheme>("auto");
  const [label, setLabel] = useState("Book a session");
  const code = embedCode({ origin: location.origin, path: link.path }, { mode, theme, label });
  return (
    <section className={styles.section} aria-label="On your own website">
      <div className={styles.sectionHead}>
        <h3 className={styles.title}>On your own website</h3>
        <Button
          size="s"
          variant="quiet"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onPress={() => setShown(!shown)}
        >
          {shown ? "Hide the code" : "Embed"}
        </Button>
      </div>
      {shown && (
        <div id={id} className={styles.embed}>
          {link.kind !== "PUBLIC" && (
            <p className={styles.warning}>
              Whoever opens that page can read the address: this link is then no longer secret.
            </p>
          )}
          <Segmented label="How it is shown" hideLabel options={MODES} value={mode} onChange={setMode} />
          <p className={styles.hint}>{SAYS[mode]}</p>
          {mode !== "inline" && <TextField dense label="On the button" value={label} onChange={setLabel} />}
          <Select dense label="Light or dark" options={THEMES} value={theme} onChange={setTheme} />
          <pre className={styles.code}>
            <code>{code}</code>
          </pre>
          <div className={styles.buttons}>
            <CopyButton text={code} what={`the code for ${nameOf(link)}`} />
            <a
              className={buttonClass({ variant: "quiet", size: "s" })}
              href="/embed-demo"
              target="_blank"
              rel="noreferrer"
            >
              See a demo
            </a>
          </div>
        </div>
      )}
    </section>
  );
}
