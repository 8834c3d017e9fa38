import { Link, useLocation } from "wouter";
import styles from "./PageParts.module.css";

interface PagePartsProps {
  /** "Parts of the programs" */
  readonly label: string;
  readonly parts: readonly { readonly path: string; readonly name: string }[];
}

/** The way from one part of a place to the other, under its heading. */
export function PageParts({ label, parts }: PagePartsProps) {
  const [path] = useLocation();
  return (
    <nav aria-label={label} className={styles.parts}>
      {parts.map((part) => (
        <Link
          key={part.path}
          href={part.path}
          className={styles.part ?? ""}
          aria-current={path === part.path ? "page" : undefined}
        >
          {part.name}
        </Link>
      ))}
    </nav>
  );
}
