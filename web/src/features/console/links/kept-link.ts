import { keptState } from "../shell/kept-state.ts";
import type { LinkDraft } from "./link-draft.ts";

/** The link that is being written: other pages begin one for somebody here. */
export const useKeptLink = keptState<LinkDraft>();
