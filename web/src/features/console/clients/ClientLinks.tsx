import { useId } from "react";
import { useLocation } from "wouter";
import { type ClientPartsFragment, useBookingLinksQuery } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../links/CopyButton.tsx";
import { useKeptLink } from "../links/kept-link.ts";
import { newLinkDraft } from "../links/link-draft.ts";
import { closedWords, isOpen, KIND_WORDS, nameOf, usesWords } from "../links/link-words.ts";
import styles from "./ClientPanel.module.css";

/** The links that were made for a client, and the way to another one. */
export function ClientLinks({ client }: { readonly client: ClientPartsFragment }) {
  const title = useId();
  const [, navigate] = useLocation();
  const [, keep] = useKeptLink();
  const { data } = useBookingLinksQuery();
  const links = data?.viewer?.bookingLinks?.filter((link) => link.client?.id === client.id) ?? [];
  const [first] = data?.viewer?.sessionTypes ?? [];
  function add() {
    const { id, name, email, timeZone } = client;
    keep(() => newLinkDraft({ client: { id, name, email, timeZone }, ...(first && { sessionType: first.id }) }));
    navigate("/console/links");
  }
  return (
    <section className={styles.section} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 id={title} className={styles.title}>
          Booking links
        </h3>
        {first && (
          <Button size="s" icon="plus" aria-label={`New link for ${client.name}`} onPress={add}>
            New link
          </Button>
        )}
      </div>
      {links.length === 0 ? (
        <p className={styles.none}>A link made for {client.name} begins with these details: nothing has to be typed.</p>
      ) : (
        <ul className={styles.rows}>
          {links.map((link) => (
            <li key={link.id} className={styles.link}>
              <span className={styles.what}>
                {nameOf(link)}
                <span className={styles.facts}>
                  {closedWords(link, null) ?? `${KIND_WORDS[link.kind]}, ${usesWords(link).toLowerCase()}`}
                </span>
              </span>
              {isOpen(link) && (
                <CopyButton text={`${location.origin}${link.path}`} what={`the link to ${nameOf(link)}`} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
