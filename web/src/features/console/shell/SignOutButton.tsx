import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { signOut } from "../../sign-in/auth.ts";
import { NavIcon } from "./NavIcon.tsx";

interface SignOutButtonProps {
  readonly className: string;
  readonly labelClass: string;
}

export function SignOutButton({ className, labelClass }: SignOutButtonProps) {
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    setLeaving(true);
    const problem = await signOut();
    if (problem === null) return location.assign("/sign-in");
    setLeaving(false);
    return toast({ tone: "danger", message: problem });
  }
  return (
    <Button variant="quiet" size="s" className={className} isPending={leaving} onPress={() => void leave()}>
      <NavIcon name="signOut" />
      <span className={labelClass}>{leaving ? "Signing out…" : "Sign out"}</span>
    </Button>
  );
}
