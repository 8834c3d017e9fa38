import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { resolverClasses } from "./features/index.ts";
import { buildGraphqlSchema, emitSchema } from "./platform/graphql/build-schema.ts";

/** Writes schema/schema.graphql from the code; with --check only tells whether it is up to date. */
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const path = resolve(import.meta.dirname, "../../schema/schema.graphql");
const upToDate = await emitSchema(
  buildGraphqlSchema({ resolvers: resolverClasses }),
  path,
  values.check ? "check" : "write",
);
if (values.check && !upToDate) {
  console.error("schema/schema.graphql is not what the code says. Run: npm run schema");
  process.exitCode = 1;
}
