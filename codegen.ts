import type { CodegenConfig } from "@graphql-codegen/cli";

const typed = {
  scalars: {
    ID: "string",
    DateTime: "string",
    LocalDate: "string",
    LocalTime: "string",
    LocalDateTime: "string",
    Locale: "string",
    TimeZone: "string",
  },
  strictScalars: true,
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  useTypeImports: true,
  importExtension: ".ts" as const,
  enumsAsTypes: true,
  enumType: "string-literal" as const,
  immutableTypes: true,
};

/** A slot as every surface reads it. */
const slot = "web/src/features/slots/slot.graphql";

/** One module per surface, so that the booking page does not carry the documents of others. */
function documents(...folders: string[]): CodegenConfig["generates"][string] {
  return {
    documents: folders.map((folder) =>
      folder.endsWith(".graphql") ? folder : `web/src/features/${folder}/**/*.graphql`,
    ),
    plugins: ["typescript-operations", "typed-document-node", "web/codegen-hooks.ts"],
    config: { ...typed, importSchemaTypesFrom: "web/src/generated/schema.ts" },
  };
}

const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  generates: {
    "web/src/generated/schema.ts": { plugins: ["typescript"], config: { ...typed, onlyOperationTypes: false } },
    "web/src/generated/possible-types.ts": {
      documents: "web/src/features/**/*.graphql",
      plugins: ["web/codegen-possible-types.ts"],
    },
    "web/src/generated/client.ts": documents("session", "slots", "web/src/features/booking/*.graphql"),
    "web/src/generated/details.ts": documents("booking/form", "booking/done", slot),
    "web/src/generated/link-series.ts": documents("booking/series"),
    "web/src/generated/manage.ts": documents("manage", slot),
    "web/src/generated/waiting.ts": documents("waiting", slot),
    "web/src/generated/console.ts": documents("console"),
  },
  ignoreNoDocuments: true,
};

// The tool reads its configuration from the default export.
export default config;
