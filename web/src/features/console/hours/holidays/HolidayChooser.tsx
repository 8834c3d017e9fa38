import { useHolidayPlacesQuery } from "../../../../generated/console.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { ChangePanel } from "../change/ChangePanel.tsx";
import { useChange } from "../change/use-change.ts";
import { type HolidayPlace, PlaceField } from "./PlaceField.tsx";

/** Where the holidays are, by code. */
export interface PlaceChoice {
  readonly country: string | null;
  readonly state: string | null;
  readonly region: string | null;
}

interface HolidayChooserProps {
  readonly draft: PlaceChoice;
  readonly saved: PlaceChoice;
  readonly onChange: (draft: PlaceChoice) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

const SHOWN: readonly string[] = ["country", "state", "region"];

/** A country, and what is finer where its holidays differ. */
export function HolidayChooser({ draft, saved, onChange, onClose, onDiscard }: HolidayChooserProps) {
  const { country, state, region } = draft;
  const touched = JSON.stringify(draft) !== JSON.stringify(saved);
  const countries = usePlaces({});
  const states = usePlaces(country === null ? null : { country });
  const regions = usePlaces(country === null || state === null ? null : { country, state });
  const flow = useChange({
    change: touched ? { chooseHolidays: { country, state, region } } : null,
    shown: true,
    onSaved: () => {
      onClose();
      toast({ tone: "success", message: "Your public holidays are saved. Booking pages show them now." });
    },
  });
  const errorAt = (field: string) => (flow.problem?.field === field ? flow.problem.message : undefined);
  return (
    <ChangePanel
      title="Public holidays"
      flow={flow}
      save={{ words: country === null ? "Have no holidays" : "Save holidays", busy: "Saving…" }}
      idle={!touched}
      isShown={(field) => SHOWN.includes(field)}
      onClose={onClose}
      onDiscard={touched ? onDiscard : undefined}
      onSave={() => void flow.save()}
    >
      <PlaceField
        label="Country"
        optional
        places={countries}
        value={country}
        onChange={(next) => onChange({ country: next, state: null, region: null })}
        error={errorAt("country")}
        hint={country === null ? "Without a country there are no holidays." : undefined}
      />
      {country !== null && states !== null && states.length > 0 && (
        <PlaceField
          label="State or province"
          optional
          places={states}
          value={state}
          onChange={(next) => onChange({ country, state: next, region: null })}
          error={errorAt("state")}
        />
      )}
      {state !== null && regions !== null && regions.length > 0 && (
        <PlaceField
          label="Region"
          optional
          places={regions}
          value={region}
          onChange={(next) => onChange({ country, state, region: next })}
          error={errorAt("region")}
        />
      )}
    </ChangePanel>
  );
}

/** Null while they are on their way, or not asked for. */
function usePlaces(
  within: { readonly country?: string; readonly state?: string } | null,
): readonly HolidayPlace[] | null {
  const { data } = useHolidayPlacesQuery({ variables: within ?? {}, skip: within === null });
  const result = data?.holidayPlaces;
  if (within === null || result === undefined) return null;
  return result.__typename === "HolidayPlaceList" ? result.places : [];
}
