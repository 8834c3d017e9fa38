import type { GraphQLScalarType } from "graphql";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a page of a connection stands in the whole." })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount: number;
}

type NodeClass<Node> = (abstract new (...none: never[]) => Node) | GraphQLScalarType;

/**
 * The Relay edge and connection of a node type, as abstract classes to be named:
 * `@ObjectType() class BookingEdge extends edgeOf(Booking) {}` and
 * `@ObjectType() class BookingConnection extends connectionOf(BookingEdge) {}`.
 */
export function edgeOf<Node>(nodeClass: NodeClass<Node>) {
  @ObjectType()
  abstract class AbstractEdge implements Edge<Node> {
    @Field(() => String, { description: "Stands for this place in the list; give it as `after`." })
    cursor!: string;

    @Field(() => nodeClass)
    node!: Node;
  }
  return AbstractEdge;
}

export function connectionOf<Node>(edgeClass: abstract new (...none: never[]) => Edge<Node>) {
  @ObjectType()
  abstract class AbstractConnection implements Connection<Node> {
    @Field(() => [edgeClass])
    edges!: Edge<Node>[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { description: "Length of the whole list, whatever the page." })
    totalCount!: number;
  }
  return AbstractConnection;
}

export interface PageOptions<Node> {
  /** Up to one more than was asked for: the extra one only tells that there is a next page. */
  readonly rows: readonly Node[];
  readonly first: number;
  /** The cursor the page was asked to begin after, if any. */
  readonly after: string | null;
  readonly totalCount: number;
  readonly cursorOf: (node: Node) => string;
}

/** A page from rows that were read with `limit first + 1`. */
export function toConnection<Node>({ rows, first, after, totalCount, cursorOf }: PageOptions<Node>): Connection<Node> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** An opaque cursor over the sort key of a row. */
export function toCursor(...key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key behind a cursor, or null when it is not one of ours with `length` parts. */
export function parseCursor(cursor: string, length: number): readonly string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(key) || key.length !== length) return null;
    const parts = key.filter((part) => typeof part === "string");
    return parts.length === length ? parts : null;
  } catch {
    return null;
  }
}
