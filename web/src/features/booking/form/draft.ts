import { useEffect, useRef, useState } from "react";
import { isRecord, keep, recall, thisTab } from "../storage.ts";
import { type Details, type Draft, emptyDetails } from "./details.ts";

const nameOf = ({ coach, link }: { coach: string; link: string }) => `kairos.draft ${coach}/${link}`;

/** What was typed, kept for this tab until it is booked: a reload loses nothing. */
export function useDraft(
  link: { coach: string; link: string },
  begin: () => Draft,
): { draft: Draft; change: (next: (before: Draft) => Draft) => void; forget: () => void } {
  const name = nameOf(link);
  const [draft, change] = useState(() => readDraft(recall(thisTab, name)) ?? begin());
  const kept = useRef(draft);
  useEffect(() => {
    if (kept.current === draft) return;
    kept.current = draft;
    keep(thisTab, name, draft);
  }, [name, draft]);
  return { draft, change, forget: () => keep(thisTab, name, null) };
}

/** A draft as it was kept; null for what another version of the page wrote. */
export function readDraft(value: unknown): Draft | null {
  if (!isRecord(value) || !isRecord(value["details"]) || !isRecord(value["answers"])) return null;
  const details = value["details"];
  const text = (name: keyof Details): string => {
    const kept = details[name];
    return typeof kept === "string" ? kept : "";
  };
  const answers = Object.entries(value["answers"]).map(([key, values]) => [key, texts(values)]);
  return {
    details: { ...emptyDetails, name: text("name"), email: text("email"), phone: text("phone"), note: text("note") },
    answers: Object.fromEntries(answers),
    guests: texts(value["guests"]),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
