import type { SettingPartsFragment } from "../../../generated/console.ts";
import { accentColours } from "../../../lib/accent.ts";
import { initials } from "../../../lib/initials.ts";
import { useMedia } from "../../../lib/use-media.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { ColourField } from "../session-types/ColourField.tsx";
import type { Problems } from "../session-types/rule-draft.ts";
import styles from "./Settings.module.css";
import { SavedTogether, SettingsSection } from "./SettingsSection.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

export function ProfileSettings({ coach }: { readonly coach: SettingPartsFragment }) {
  const settings = useSettingsForm({
    saved: { name: coach.name, headline: coach.headline ?? "", accent: coach.accent },
    name: "Your name and look",
    read: (draft) => {
      const problems: Problems = draft.name.trim() ? {} : { name: "Write the name that clients know you by." };
      if (problems.name) return { problems };
      return { input: { name: draft.name.trim(), headline: draft.headline.trim(), accent: draft.accent } };
    },
  });
  const { draft, change, problems } = settings;
  return (
    <SettingsSection title="Who you are" lead="What clients see on your booking pages.">
      <SavedTogether settings={settings}>
        <TextField
          dense
          label="Name"
          value={draft.name}
          onChange={(name) => change({ name })}
          error={problems.name}
          autoComplete="name"
        />
        <TextField
          dense
          optional
          label="Headline"
          hint="One line under your name."
          value={draft.headline}
          onChange={(headline) => change({ headline })}
          error={problems.headline}
        />
        <ColourField
          anyColour
          label="Accent"
          value={draft.accent}
          onChange={(accent) => change({ accent })}
          error={problems.accent}
        />
        <Specimen {...draft} />
      </SavedTogether>
    </SettingsSection>
  );
}

/** How it looks there. The accent keeps its hue and is moved until it can be read. */
function Specimen({ name, headline, accent }: { name: string; headline: string; accent: string }) {
  const theme = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const { accent: shown, on } = accentColours(accent, theme);
  return (
    <div className={styles.specimen} aria-hidden="true">
      <span className={styles.monogram} style={{ background: shown, color: on }}>
        {initials(name)}
      </span>
      <span className={styles.who}>
        <b>{name}</b>
        <span>{headline}</span>
      </span>
      <span className={styles.press} style={{ background: shown, color: on }}>
        Book this session
      </span>
    </div>
  );
}
