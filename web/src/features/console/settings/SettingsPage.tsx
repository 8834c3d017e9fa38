import { Link } from "wouter";
import { type SettingPartsFragment, useSettingsQuery } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import { AddressSettings } from "./AddressSettings.tsx";
import { ClockSettings } from "./ClockSettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";
import { DefaultSettings, LimitSettings } from "./RuleSettings.tsx";
import styles from "./Settings.module.css";
import { SettingsSection } from "./SettingsSection.tsx";

export function SettingsPage() {
  const { data, error, refetch } = useSettingsQuery({ fetchPolicy: "cache-and-network" });
  const coach = data?.viewer;
  return (
    <PageFrame
      title="Settings"
      lead="Changes reach open booking pages at once."
      actions={
        <Link href="/console/preview" className={buttonClass({ size: "s" })}>
          View as client
        </Link>
      }
    >
      {coach ? (
        <Sections coach={coach} />
      ) : error ? (
        <PageError what="The settings" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={5} />
      )}
    </PageFrame>
  );
}

function Sections({ coach }: { readonly coach: SettingPartsFragment }) {
  const { zoneRelease, zones } = useCoach();
  return (
    <div className={styles.sections}>
      <ProfileSettings coach={coach} />
      <AddressSettings coach={coach} />
      <ClockSettings coach={coach} />
      {coach.limits && <LimitSettings limits={coach.limits} />}
      {coach.sessionDefaults && <DefaultSettings defaults={coach.sessionDefaults} />}
      <SettingsSection
        title="Time zone rules"
        lead="Governments change their clocks, sometimes on short notice. All times come from one set of rules."
      >
        <p className={styles.release}>
          <Icon name="globe" />
          <span>
            Release <b>{zoneRelease}</b> of the time zone database, with {zones.length} zones.
          </span>
        </p>
      </SettingsSection>
    </div>
  );
}
