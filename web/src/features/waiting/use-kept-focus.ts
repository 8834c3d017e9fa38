import { type RefObject, useEffect, useRef } from "react";

/** What had the focus may go away with an offer that ends: the heading takes it then, so that nobody is thrown to the top of the page. */
export function useKeptFocus(key: string, heading: RefObject<HTMLElement | null>): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const inside = useRef(false);
  const before = useRef(key);
  useEffect(() => {
    const note = () => {
      if (document.activeElement !== document.body)
        inside.current = section.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    if (inside.current && document.activeElement === document.body) heading.current?.focus();
  }, [key, heading]);
  return section;
}
