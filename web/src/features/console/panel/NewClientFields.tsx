import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ZonePicker } from "../../slots/ZonePicker.tsx";
import { useCoach } from "../shell/coach.ts";
import styles from "./Panel.module.css";

export interface NewClient {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly timeZone: string;
}

interface NewClientFieldsProps {
  readonly client: NewClient;
  readonly onChange: (client: NewClient) => void;
  readonly onBack: () => void;
  readonly errorAt: (field: string) => string | undefined;
}

export function NewClientFields({ client, onChange, onBack, errorAt }: NewClientFieldsProps) {
  const { zones } = useCoach();
  const offsetMinutes = zones.find(({ id }) => id === client.timeZone)?.offsetMinutes ?? 0;
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        New client
        <Button variant="quiet" size="s" onPress={onBack}>
          Choose one you have
        </Button>
      </legend>
      <TextField
        dense
        label="Name"
        value={client.name}
        onChange={(name) => onChange({ ...client, name })}
        error={errorAt("newClient.name")}
        autoComplete="off"
        autoFocus
      />
      <TextField
        dense
        type="email"
        label="Email"
        value={client.email}
        onChange={(email) => onChange({ ...client, email })}
        error={errorAt("newClient.email")}
        autoComplete="off"
      />
      <TextField
        dense
        optional
        type="tel"
        label="Phone"
        value={client.phone}
        onChange={(phone) => onChange({ ...client, phone })}
        error={errorAt("newClient.phone")}
        autoComplete="off"
      />
      <div>
        <p className={styles.label}>Their time zone</p>
        <ZonePicker
          as="field"
          label="Their time zone"
          zone={{ id: client.timeZone, offsetMinutes }}
          onChange={({ id }) => onChange({ ...client, timeZone: id })}
        />
      </div>
    </fieldset>
  );
}
