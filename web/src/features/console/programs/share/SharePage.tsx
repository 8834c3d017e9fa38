import { PageFrame } from "../../shell/PageFrame.tsx";
import { ProgramParts } from "../ProgramParts.tsx";
import { FromFile } from "./FromFile.tsx";
import { IntoFile } from "./IntoFile.tsx";

/** Passes programs, session types and hours on to other coaches, and takes them over from them. */
export function SharePage() {
  return (
    <PageFrame
      title="Programs"
      lead="Pass programs, session types and hours on as a file, or take over those of another coach. No clients and no sessions are in it."
    >
      <ProgramParts />
      <IntoFile />
      <FromFile />
    </PageFrame>
  );
}
