import { Link } from "wouter";
import { useSessionTypesQuery } from "../../../../generated/console.ts";
import { buttonClass } from "../../../../ui/Button.tsx";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../../shell/PageStates.tsx";
import { QuestionsEditor } from "./QuestionsEditor.tsx";

export function QuestionsPage({ typeId }: { readonly typeId: string }) {
  const { data, error, refetch } = useSessionTypesQuery();
  const types = data?.viewer?.sessionTypes;
  const type = types?.find(({ id }) => id === typeId);
  if (type) return <QuestionsEditor key={type.id} type={type} />;
  return (
    <PageFrame title="Questions">
      {types ? (
        <PageEmpty
          title="No such session type"
          action={
            <Link href="/console/session-types" className={buttonClass({ size: "s" })}>
              All session types
            </Link>
          }
        >
          The address may be old or mistyped.
        </PageEmpty>
      ) : error ? (
        <PageError what="The questions" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}
