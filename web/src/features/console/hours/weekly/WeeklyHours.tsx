import { useSearchParams } from "wouter";
import { FirstHours } from "../FirstHours.tsx";
import { HoursFrame } from "../HoursFrame.tsx";
import page from "../HoursPage.module.css";
import { PARTS } from "../parts.ts";
import type { Hours } from "../use-hours.ts";
import { inOrder } from "./describe-template.ts";
import { WeeklyEditor } from "./WeeklyEditor.tsx";

/** The weekly hours: which there are, and the chosen ones to be painted or written. */
export function WeeklyHours({ hours }: { readonly hours: Hours }) {
  const [search] = useSearchParams();
  const templates = inOrder(hours.availabilityTemplates);
  const chosen = templates.find(({ id }) => id === search.get("hours")) ?? templates[0];
  if (chosen === undefined) {
    return (
      <HoursFrame part={PARTS.weekly}>
        <div className={page.waiting}>
          <FirstHours />
        </div>
      </HoursFrame>
    );
  }
  return (
    <WeeklyEditor
      key={chosen.id}
      template={chosen}
      templates={templates}
      hours={hours}
      startsWithDetails={search.has("details")}
    />
  );
}
