import { type RefObject, useState } from "react";
import { zoneCity } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { ClientPicker } from "../../panel/ClientPicker.tsx";
import { NewClientFields } from "../../panel/NewClientFields.tsx";
import { useCoach } from "../../shell/coach.ts";
import styles from "./Apply.module.css";
import type { BookingRefusal } from "./use-book-program.ts";
import { clientZoneOf, type WishToBook } from "./wish-to-book.ts";

interface ForWhomProps {
  readonly wish: WishToBook;
  readonly refusal: BookingRefusal | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<WishToBook>) => void;
}

/** Who it is for and when it begins. */
export function ForWhom({ wish, refusal, inputRef, onChange }: ForWhomProps) {
  const coach = useCoach();
  const [noted, setNoted] = useState(wish.note !== "");
  const zone = clientZoneOf(wish);
  const errorAt = (field: string) => (refusal?.field === field ? refusal.message : undefined);
  return (
    <div className={styles.forWhom}>
      <div className={styles.who}>
        {wish.added === null ? (
          <ClientPicker
            key={wish.client?.id}
            picked={wish.client}
            onPick={(client) => onChange({ client })}
            onNew={(name) => onChange({ added: { name, email: "", phone: "", timeZone: coach.timeZone } })}
            error={errorAt("client")}
            inputRef={inputRef}
          />
        ) : (
          <NewClientFields
            client={wish.added}
            onChange={(added) => onChange({ added })}
            onBack={() => onChange({ added: null })}
            errorAt={errorAt}
          />
        )}
      </div>
      <div className={styles.when}>
        <TextField
          dense
          type="date"
          label="Start date"
          value={wish.startDate}
          onChange={(startDate) => onChange({ startDate, moves: new Map(), byHand: new Set() })}
          error={errorAt("startDate")}
        />
      </div>
      {zone && zone !== coach.timeZone && (
        <Segmented
          label="Wished times are read in"
          options={[
            { id: "coach", label: `${zoneCity(coach.timeZone)}, yours` },
            { id: "client", label: `${zoneCity(zone)}, theirs` },
          ]}
          value={wish.byClient ? "client" : "coach"}
          onChange={(whose) => onChange({ byClient: whose === "client" })}
        />
      )}
      <div className={styles.note}>
        {noted ? (
          <TextField
            dense
            multiline
            optional
            label="Note with each session"
            value={wish.note}
            onChange={(note) => onChange({ note })}
            error={errorAt("note")}
          />
        ) : (
          <Button variant="quiet" size="s" icon="plus" onPress={() => setNoted(true)}>
            Add a note
          </Button>
        )}
      </div>
    </div>
  );
}
