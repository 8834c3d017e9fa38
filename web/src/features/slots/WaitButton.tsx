import { Button } from "../../ui/Button.tsx";

/** The quiet way on where no time suits; nothing where this page cannot be waited on. */
export function WaitButton({
  what,
  children,
  onWait,
}: {
  /** "any", or a local date. */
  what: string;
  children: string;
  onWait?: ((what: string) => void) | undefined;
}) {
  if (!onWait) return null;
  return (
    <Button variant="quiet" size="s" icon="clock" onPress={() => onWait(what)}>
      {children}
    </Button>
  );
}
