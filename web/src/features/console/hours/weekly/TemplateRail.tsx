import { Link } from "wouter";
import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Swatch } from "../../shell/Swatch.tsx";
import { useUnsaved } from "../../shell/unsaved.ts";
import { PARTS } from "../parts.ts";
import { describeUse, hoursInWords } from "./describe-template.ts";
import styles from "./Weekly.module.css";

interface TemplateRailProps {
  readonly templates: readonly TemplatePartsFragment[];
  readonly currentId: string;
  readonly today: string;
  readonly onNew: () => void;
  readonly adding: boolean;
}

export const addressOf = (id: string): string => `${PARTS.weekly.path}?hours=${encodeURIComponent(id)}`;

/** Which hours there are, and which of them hold. */
export function TemplateRail({ templates, currentId, today, onNew, adding }: TemplateRailProps) {
  return (
    <nav aria-label="Your hours" className={styles.rail}>
      <ul className={styles.railList}>
        {templates.map((template) => (
          <li key={template.id}>
            <RailLink template={template} current={template.id === currentId} today={today} />
          </li>
        ))}
      </ul>
      <Button variant="quiet" size="s" icon="plus" className={styles.railNew ?? ""} isPending={adding} onPress={onNew}>
        New hours
      </Button>
    </nav>
  );
}

interface RailLinkProps {
  readonly template: TemplatePartsFragment;
  readonly current: boolean;
  readonly today: string;
}

function RailLink({ template, current, today }: RailLinkProps) {
  const waits = useUnsaved(`${PARTS.weekly.mark} ${template.id}`);
  const unused = !template.isDefault && template.sessionType === null;
  return (
    <Link
      href={addressOf(template.id)}
      replace
      className={styles.railLink}
      aria-current={current ? "true" : undefined}
      data-unused={unused || undefined}
    >
      <span className={styles.railName}>
        {template.name}
        {waits && <span role="img" aria-label="Unsaved changes" title="Unsaved changes" className={styles.mark} />}
      </span>
      <span className={styles.railFacts}>
        {template.sessionType && <Swatch colour={template.sessionType.colour} />}
        {describeUse(template, today)}
      </span>
      <span className={styles.railFacts}>{hoursInWords(template)}</span>
    </Link>
  );
}
