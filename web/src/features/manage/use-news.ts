import { useCallback, useEffect, useRef, useState } from "react";

type Told = { tone: "neutral" | "success"; text: string };
export type News = {
  shown: Told | null;
  tell: (news: Told) => void;
  /** A change of our own is on its way, or did not come about: the event of it may arrive before its answer. */
  expect: (own: boolean) => void;
};

/** Tells of a change that somebody else made while the page was open. */
export function useNews(version: number, status: string): News {
  const seen = useRef(version);
  const own = useRef(false);
  const [shown, tell] = useState<Told | null>(null);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    if (own.current) {
      own.current = false;
      return;
    }
    tell({
      tone: "neutral",
      text:
        status === "CANCELLED"
          ? "This session has just been cancelled."
          : "This session has just been changed. You see it as it is now.",
    });
  }, [version, status]);
  const expect = useCallback((coming: boolean) => {
    own.current = coming;
  }, []);
  return { shown, tell, expect };
}
