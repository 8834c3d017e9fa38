import { type ReactNode, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useUnsavedMark } from "../shell/unsaved.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { useKeptLink } from "./kept-link.ts";
import { LinkEditor } from "./LinkEditor.tsx";
import { LinkFilters } from "./LinkFilters.tsx";
import { LinkList } from "./LinkList.tsx";
import { LinkPanel } from "./LinkPanel.tsx";
import { linkDraftOf, newLinkDraft } from "./link-draft.ts";
import { listed, NO_FILTER } from "./link-list.ts";
import type { Link } from "./link-words.ts";
import { useEnds, useLinks } from "./use-links.ts";

/** From here on there are more links than can be overlooked. */
const MANY = 5;

export function LinksPage() {
  const { links, sessionTypes, redirectHosts, error, refetch } = useLinks();
  const [filter, setFilter] = useState(NO_FILTER);
  const [openId, setOpenId] = useState<string | null>(null);
  const [draft, keep] = useKeptLink();
  const endOf = useEnds(links ?? []);
  const open = links?.find(({ id }) => id === openId) ?? null;
  const edited = links?.find(({ id }) => id === draft?.id) ?? null;
  const known = edited && linkDraftOf(edited, endOf(edited));
  const began = draft && (known ?? newLinkDraft({ sessionType: draft.sessionType }));
  const unsaved = JSON.stringify(draft) !== JSON.stringify(began);
  useUnsavedMark("booking links", unsaved);
  const [nudged, setNudged] = useState(false);
  const address = useRef(false);

  const add = () => {
    if (draft?.id === null || sessionTypes.length === 0) return;
    if (unsaved) return setNudged(true);
    setOpenId(null);
    keep(() => newLinkDraft(sessionTypes[0] ? { sessionType: sessionTypes[0].id } : {}));
  };
  const show = (id: string | null) => {
    setNudged(false);
    keep(() => null);
    setOpenId(id);
  };
  // What was written is not lost by a slip: only Discard gives it up.
  const leaveFor = (id: string | null) => (unsaved ? setNudged(true) : show(id));
  const edit = (link: Link) => keep(() => linkDraftOf(link, endOf(link)));
  useShortcuts({ new: add, ...((open || draft) && { close: () => leaveFor(null) }) });

  const panel =
    draft && links && (draft.id === null || edited) ? (
      <LinkEditor
        key={draft.id}
        draft={draft}
        link={edited}
        sessionTypes={sessionTypes}
        redirectHosts={redirectHosts}
        onChange={(change) => keep((before) => before && { ...before, ...change })}
        unsaved={unsaved}
        nudged={nudged && unsaved}
        onClose={() => leaveFor(draft.id)}
        onDiscard={() => show(draft.id)}
        onSaved={({ id }) => {
          address.current = draft.id === null;
          show(id);
        }}
      />
    ) : (
      open && (
        <LinkPanel
          key={open.id}
          link={open}
          end={endOf(open)}
          isNew={address.current}
          onEdit={() => edit(open)}
          onClose={() => {
            address.current = false;
            show(null);
          }}
        />
      )
    );
  const newLink = (
    <Button variant="primary" size="s" icon="plus" onPress={add}>
      New link
    </Button>
  );
  const found = links && listed(links, filter);
  return (
    <PageFrame
      title="Booking links"
      lead="Send one to a client, or put it on your own page. Free times are shown live in the client’s time zone."
      actions={sessionTypes.length > 0 && newLink}
      panel={panel}
    >
      {links && links.length > MANY && <LinkFilters filter={filter} onChange={setFilter} links={links} />}
      {found ? (
        links.length === 0 ? (
          <NoLinks hasTypes={sessionTypes.length > 0} action={newLink} />
        ) : found.length === 0 ? (
          <PageEmpty
            title="No such link"
            action={
              <Button size="s" onPress={() => setFilter(NO_FILTER)}>
                Show all links
              </Button>
            }
          >
            None of your {links.length} links is like that.
          </PageEmpty>
        ) : (
          <LinkList links={found} currentId={draft?.id ?? openId} endOf={endOf} onOpen={leaveFor} />
        )
      ) : error ? (
        <PageError what="The links" error={error} onRetry={refetch} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}

function NoLinks({ hasTypes, action }: { readonly hasTypes: boolean; readonly action: ReactNode }) {
  return hasTypes ? (
    <PageEmpty title="No links yet" action={action}>
      A link leads clients to one session type.
    </PageEmpty>
  ) : (
    <PageEmpty title="No links yet">
      A link leads clients to one session type. Create a session type to get its first link.
    </PageEmpty>
  );
}
