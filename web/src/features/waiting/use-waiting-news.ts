import { useEffect, useRef } from "react";
import { announce } from "../../ui/Announcer.tsx";
import type { Waiting } from "./use-waiting.ts";
import { placeWords, startWords } from "./wish-words.ts";

/** Has changes read out politely; what was there when the page opened is read as the page is. */
export function useWaitingNews(waiting: Waiting): void {
  const before = useRef(waiting);
  useEffect(() => {
    const news = describeNews(before.current, waiting);
    before.current = waiting;
    if (news) announce(news);
  }, [waiting]);
}

/** One sentence for what changed between two states of a wait; null when nothing did that matters. */
export function describeNews(before: Waiting, after: Waiting): string | null {
  const { entry, offer } = after;
  if (entry.status !== before.entry.status) {
    return entry.status === "BOOKED" ? "You’re booked." : "This wait has ended.";
  }
  if (offer && offer.id !== before.offer?.id) {
    const offered = offer.byHand ? `${after.coach.name} offers you a time` : "A time is offered to you";
    return `${offered}: ${startWords(offer.localStart)}. Accept or decline it on this page.`;
  }
  // The end of a wait and of its offer may arrive one after the other: it is told once.
  if (before.offer && !offer) return entry.status === "WAITING" ? "The offer is over. You wait on." : null;
  if (entry.position !== null && entry.position !== before.entry.position)
    return `You’re ${placeWords(entry.position)} now.`;
  return null;
}
