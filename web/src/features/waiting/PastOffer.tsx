import { Notice } from "../../ui/Notice.tsx";
import type { Offer } from "./use-waiting.ts";
import { startWords } from "./wish-words.ts";

/** What became of the last offer, while the wait goes on. */
export function PastOffer({ offer: { status, localStart, byHand } }: { offer: Offer }) {
  const what = startWords(localStart);
  switch (status) {
    case "LAPSED":
      return (
        <Notice>
          {what} was kept for you
          {byHand ? " until its time was over" : ", and went on to the next person when its time was over"}.
        </Notice>
      );
    case "DECLINED":
      return <Notice>You declined {what}. You wait on.</Notice>;
    case "WITHDRAWN":
      return <Notice>{what} was offered to you, and is no longer to be had. You keep your place in the line.</Notice>;
    case "OPEN":
    case "ACCEPTED":
      return null;
  }
}
