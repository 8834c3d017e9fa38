import { buttonClass } from "./Button.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";

/** Stands in a frame for a page that must not be in one. */
export function OwnTabPage({ path }: { path: string }) {
  return (
    <NotFoundPage title="This goes on in a tab of its own">
      <p>What you booked or asked for is opened on a page that is yours alone, outside of this site.</p>
      <a className={buttonClass({ variant: "primary" })} href={path} target="_blank" rel="noopener">
        Open it
      </a>
    </NotFoundPage>
  );
}
