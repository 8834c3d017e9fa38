import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./LinksPage.module.css";
import type { LinkFilter } from "./link-list.ts";
import { isOpen, KIND_WORDS, type Link } from "./link-words.ts";

interface LinkFiltersProps {
  readonly links: readonly Link[];
  readonly filter: LinkFilter;
  readonly onChange: (filter: LinkFilter) => void;
}

export function LinkFilters({ links, filter, onChange }: LinkFiltersProps) {
  const open = links.filter(isOpen).length;
  const change = (part: Partial<LinkFilter>) => onChange({ ...filter, ...part });
  return (
    <div className={styles.filters}>
      <TextField
        dense
        type="search"
        label="Search"
        placeholder="Name, client or address"
        value={filter.text}
        onChange={(text) => change({ text })}
        className={styles.search ?? ""}
        autoComplete="off"
      />
      <Select
        dense
        label="Kind"
        className={styles.kind ?? ""}
        options={[
          { id: "all", label: "All kinds" },
          { id: "PUBLIC", label: KIND_WORDS.PUBLIC },
          { id: "SECRET", label: KIND_WORDS.SECRET },
          { id: "SINGLE_USE", label: KIND_WORDS.SINGLE_USE },
        ]}
        value={filter.kind ?? "all"}
        onChange={(kind) => change({ kind: kind === "all" ? null : kind })}
      />
      <Segmented
        label="State"
        options={[
          { id: "all", label: `All ${links.length}` },
          { id: "open", label: `Open ${open}` },
          { id: "closed", label: `Closed ${links.length - open}` },
        ]}
        value={filter.shown}
        onChange={(shown) => change({ shown })}
      />
    </div>
  );
}
