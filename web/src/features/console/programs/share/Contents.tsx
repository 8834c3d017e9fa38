import type { CheckSharedFileQuery } from "../../../../generated/console.ts";
import styles from "./Share.module.css";

type Contained = Extract<CheckSharedFileQuery["checkSharedFile"], { readonly __typename: "SharedFileContents" }>;
type Part = Contained["programs"][number];

/** What a file would add, and under which names. */
export function Contents({ contents }: { readonly contents: Contained }) {
  const groups = [
    { title: "Programs", parts: contents.programs },
    { title: "Session types", parts: contents.sessionTypes },
    { title: "Hours", parts: contents.availabilityTemplates },
  ].filter(({ parts }) => parts.length > 0);
  return (
    <div className={styles.groups}>
      {groups.map(({ title, parts }) => (
        <div key={title} className={styles.group}>
          <h3 className={styles.legend}>{title}</h3>
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={part.newName}>
                {part.newName}
                <PartNote part={part} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function PartNote({ part: { name, newName, isOwn } }: { readonly part: Part }) {
  if (isOwn) return <span className={styles.note}> your own is used</span>;
  return name === newName ? null : <span className={styles.note}> called {name} there</span>;
}
