import { Switch } from "../../../ui/Switch.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { type Link, nameOf } from "./link-words.ts";
import { useSwitchLink } from "./use-save-link.ts";

/** Switched off, a link opens nothing, and pages that are open say so at once. */
export function LinkSwitch({ link }: { readonly link: Link }) {
  const { switchLink, busy } = useSwitchLink();
  const name = nameOf(link);
  async function change(active: boolean) {
    const problem = await switchLink(link, active);
    if (problem) return toast({ tone: "danger", message: problem.message });
    return toast({
      tone: "success",
      message: active
        ? `The link to ${name} is on again.`
        : `The link to ${name} is off. Sessions booked through it stay.`,
    });
  }
  return (
    <Switch
      label={`Clients can book through the link to ${name}`}
      isSelected={link.active === true}
      isPending={busy}
      onChange={(active) => void change(active)}
    />
  );
}
