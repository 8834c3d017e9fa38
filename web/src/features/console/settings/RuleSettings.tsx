import type { DefaultPartsFragment, SettingPartsFragment } from "../../../generated/console.ts";
import { BufferFields, GridField, LimitFields, RuleField, TYPE_LIMITS } from "../session-types/RuleFields.tsx";
import type { Problems } from "../session-types/rule-draft.ts";
import {
  readCount,
  readMinutes,
  readRules,
  ruleDraftOf,
  writeCount,
  writeMinutes,
} from "../session-types/rule-draft.ts";
import styles from "./Settings.module.css";
import { SavedTogether, SettingsSection } from "./SettingsSection.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

const PATH = "sessionDefaults.";

export function DefaultSettings({ defaults }: { readonly defaults: DefaultPartsFragment }) {
  const settings = useSettingsForm({
    saved: ruleDraftOf(defaults),
    name: "Your defaults",
    read: (draft) => {
      const problems: Problems = {};
      const sessionDefaults = readRules(draft, problems);
      return Object.keys(problems).length > 0 ? { problems: under(PATH, problems) } : { input: { sessionDefaults } };
    },
  });
  const fields = { draft: settings.draft, problems: settings.problems, path: PATH, onChange: settings.change };
  return (
    <SettingsSection
      title="New session types"
      lead="What they begin with. Those you have stay as they are; each can be changed for itself."
    >
      <SavedTogether settings={settings}>
        <div className={styles.pair}>
          <RuleField {...fields} field="stepMinutes" label="A start every" />
          <GridField {...fields} />
        </div>
        <BufferFields {...fields} />
        <div className={styles.pair}>
          <RuleField {...fields} field="noticeMinutes" label="At least ahead" />
          <RuleField {...fields} field="horizonDays" label="Days ahead at most" />
        </div>
        <RuleField
          {...fields}
          field="cancelNoticeMinutes"
          label="Clients may change them until"
          hint="Before the start."
        />
        <LimitFields {...fields} {...TYPE_LIMITS} onChange={(field, value) => settings.change({ [field]: value })} />
      </SavedTogether>
    </SettingsSection>
  );
}

type Limits = NonNullable<SettingPartsFragment["limits"]>;

export function LimitSettings({ limits }: { readonly limits: Limits }) {
  const settings = useSettingsForm({
    saved: limitDraftOf(limits),
    name: "Your limits",
    read: (draft) => {
      const problems: Problems = {};
      const input = {
        perDay: readCount("limits.perDay", draft.perDay, problems),
        perWeek: readCount("limits.perWeek", draft.perWeek, problems),
        perMonth: readCount("limits.perMonth", draft.perMonth, problems),
        minutesPerDay: readMinutes("limits.minutesPerDay", draft.minutesPerDay, problems),
        minutesPerWeek: readMinutes("limits.minutesPerWeek", draft.minutesPerWeek, problems),
        minutesPerMonth: readMinutes("limits.minutesPerMonth", draft.minutesPerMonth, problems),
      };
      return Object.keys(problems).length > 0 ? { problems } : { input: { limits: input } };
    },
  });
  return (
    <SettingsSection
      title="The most you take"
      lead="Over all session types. When it is reached, clients find nothing more on that day, or in that week or month."
    >
      <SavedTogether settings={settings}>
        <LimitFields
          draft={settings.draft}
          problems={settings.problems}
          path="limits."
          counts={["perDay", "perWeek", "perMonth"]}
          minutes={["minutesPerDay", "minutesPerWeek", "minutesPerMonth"]}
          onChange={(field, value) => settings.change({ [field]: value })}
        />
      </SavedTogether>
    </SettingsSection>
  );
}

function limitDraftOf(limits: Limits) {
  return {
    perDay: writeCount(limits.perDay),
    perWeek: writeCount(limits.perWeek),
    perMonth: writeCount(limits.perMonth),
    minutesPerDay: writeMinutes(limits.minutesPerDay),
    minutesPerWeek: writeMinutes(limits.minutesPerWeek),
    minutesPerMonth: writeMinutes(limits.minutesPerMonth),
  };
}

/** The server names these fields by where they lie. */
const under = (path: string, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([field, message]) => [path + field, message]));
