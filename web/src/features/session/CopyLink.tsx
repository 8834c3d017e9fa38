import { Button } from "../../ui/Button.tsx";
import { toast } from "../../ui/Toaster.tsx";

/** Copies the whole address of a path of ours. */
export function CopyLink({ path, size = "m" }: { path: string; size?: "s" | "m" }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + path);
      toast({ message: "Link copied.", tone: "success" });
    } catch {
      toast({ message: "The browser did not allow copying. Open the link and copy its address.", tone: "warning" });
    }
  };
  return (
    <Button icon="copy" size={size} onPress={() => void copy()}>
      Copy link
    </Button>
  );
}
