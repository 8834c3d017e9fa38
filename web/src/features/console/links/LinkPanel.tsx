import { useState } from "react";
import { formatDuration } from "../../../lib/time.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { DeleteLink } from "./DeleteLink.tsx";
import { EmbedCode } from "./EmbedCode.tsx";
import styles from "./LinkPanel.module.css";
import { LinkSwitch } from "./LinkSwitch.tsx";
import { LinkUses } from "./LinkUses.tsx";
import { datesWords, endWords, isOpen, type Link, nameOf } from "./link-words.ts";

interface LinkPanelProps {
  readonly link: Link;
  /** When it ends, on the coach's clock. */
  readonly end: string | null;
  /** It was made a moment ago. */
  readonly isNew: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One link: its address, what it opens and for whom, and who came through it. */
export function LinkPanel({ link, end, isNew, onEdit, onClose }: LinkPanelProps) {
  const [deleting, setDeleting] = useState(false);
  const url = `${location.origin}${link.path}`;
  const name = nameOf(link);
  return (
    <Panel
      title={name}
      onClose={onClose}
      footer={
        !deleting && (
          <>
            <Button variant="quiet" size="s" onPress={() => setDeleting(true)}>
              Delete…
            </Button>
            <Button size="s" onPress={onEdit}>
              Edit
            </Button>
          </>
        )
      }
    >
      {isNew && (
        <Notice tone="success" live title="The link is made">
          {link.kind === "PUBLIC" ? "Copy it and send it to anybody." : "Copy it and send it to those it is for."}
        </Notice>
      )}
      <div className={styles.address}>
        <p className={styles.url}>{url.replace(/^https?:\/\//, "")}</p>
        <div className={styles.buttons}>
          <CopyButton text={url} what={`the link to ${name}`} variant={isNew ? "primary" : "secondary"} />
          <a className={buttonClass({ variant: "quiet", size: "s" })} href={link.path} target="_blank" rel="noreferrer">
            Open
          </a>
        </div>
      </div>
      <div className={styles.state}>
        <div>
          <p className={styles.stateWord}>{link.active ? "Switched on" : "Switched off"}</p>
          <p className={styles.hint}>{ACCESS[link.kind]}</p>
        </div>
        <LinkSwitch link={link} />
      </div>
      {link.active && !isOpen(link) && <Closed link={link} end={end} onEdit={onEdit} />}
      <Facts link={link} end={end} />
      <LinkUses link={link} />
      {link.kind !== "SINGLE_USE" && <EmbedCode link={link} />}
      {deleting && <DeleteLink link={link} onKeep={() => setDeleting(false)} onDeleted={onClose} />}
    </Panel>
  );
}

const ACCESS = {
  PUBLIC: "Anybody who knows or guesses the address can book.",
  SECRET: "Only those you give it to can book.",
  SINGLE_USE: "Only those you give it to can book, and only once.",
} as const;

interface ClosedProps {
  readonly link: Link;
  readonly end: string | null;
  readonly onEdit: () => void;
}

/** It is on, and still opens nothing: why, and what to do about it. */
function Closed({ link, end, onEdit }: ClosedProps) {
  const edit = (
    <Button size="s" onPress={onEdit}>
      {link.state === "EXPIRED" ? "Set a later end" : "Allow more"}
    </Button>
  );
  if (link.state === "EXPIRED") {
    return (
      <Notice tone="warning" title={end ? `It ended ${endWords(end)}` : "It has ended"} actions={edit}>
        Whoever opens it is told that it is not available.
      </Notice>
    );
  }
  if (link.state !== "USED_UP") {
    return (
      <Notice tone="warning" title={`${link.sessionType.name} is switched off`}>
        Its links open again when the session type is switched on.
      </Notice>
    );
  }
  if (link.kind === "SINGLE_USE") {
    return <Notice title="It was used">Nobody can book through it again. Make a new one for another booking.</Notice>;
  }
  return (
    <Notice tone="warning" title="It is used up" actions={edit}>
      Whoever opens it is told that it is not available.
    </Notice>
  );
}

function Facts({ link, end }: { readonly link: Link; readonly end: string | null }) {
  const { name, sessionType, minutes, client, redirectUrl } = link;
  const facts = [
    {
      term: "Opens",
      said: `${name === null ? "" : `${sessionType.name}, `}${minutes.map(formatDuration).join(" or ")}`,
    },
    { term: "Made for", said: client && `${client.name}, ${client.email}` },
    { term: "Sessions", said: datesWords(link) },
    { term: "Ends", said: end && endWords(end) },
    { term: "Leads on to", said: redirectUrl },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ({ term, said }) =>
          said && (
            <div key={term} className={styles.fact}>
              <dt>{term}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
