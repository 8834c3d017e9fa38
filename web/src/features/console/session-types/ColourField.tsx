import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { FieldNotes } from "../../../ui/TextField.tsx";
import styles from "./SessionTypeEditor.module.css";

interface ColourFieldProps {
  readonly value: string;
  readonly onChange: (colour: string) => void;
  readonly error: string | undefined;
  readonly label?: string;
  /** Offers every other colour too. */
  readonly anyColour?: boolean;
}

const PALETTE = [
  { colour: "#2f5d50", name: "Pine" },
  { colour: "#4d7c3a", name: "Leaf" },
  { colour: "#8a6d1d", name: "Ochre" },
  { colour: "#b4552d", name: "Clay" },
  { colour: "#b03a48", name: "Berry" },
  { colour: "#9a3f86", name: "Plum" },
  { colour: "#6650a4", name: "Violet" },
  { colour: "#3b5bbd", name: "Blue" },
  { colour: "#1f7a8c", name: "Lagoon" },
  { colour: "#5b6470", name: "Slate" },
] as const;

/** Colours that tell sessions apart in the week. One that came from elsewhere stays among them. */
export function ColourField({ value, onChange, error, label = "Colour", anyColour }: ColourFieldProps) {
  const known = PALETTE.some(({ colour }) => colour === value);
  const colours = known ? PALETTE : [{ colour: value, name: "The present one" }, ...PALETTE];
  return (
    <RadioGroup
      value={value}
      onChange={onChange}
      orientation="horizontal"
      isInvalid={error !== undefined}
      className={styles.colours ?? ""}
    >
      <Label className={styles.colourLabel ?? ""}>{label}</Label>
      <div className={styles.swatches}>
        {colours.map(({ colour, name }) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={name}
            className={styles.swatch ?? ""}
            style={{ background: colour }}
          />
        ))}
        {anyColour && (
          <input
            type="color"
            aria-label="Another colour"
            className={styles.other}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </div>
      <FieldNotes error={error} />
    </RadioGroup>
  );
}
