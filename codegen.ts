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

/** One module per surface, so that the booking page does not carry the console's documents. */
function documents(...features: string[]): CodegenConfig["generates"][string] {
  return {
    documents: features.map((feature) => `web/src/features/${feature}/**/*.graphql`),
    plugins: ["typescript-operations", "typed-document-node", "web/codegen-hooks.ts"],
    config: { ...typed, importSchemaTypesFrom: "web/src/generated/schema.ts" },
  };
}

const config: CodegenConfig = {
  schema: "schema/schema.graphql",
  generates: {
    "web/src/generated/schema.ts": { plugins: ["typescript"], config: { ...typed, onlyOperationTypes: false } },
    "web/src/generated/possible-types.ts": { plugins: ["web/codegen-possible-types.ts"] },
    "web/src/generated/client.ts": documents("slots", "booking", "manage"),
    "web/src/generated/console.ts": documents("console"),
  },
  ignoreNoDocuments: true,
};

// The tool reads its configuration from the default export.
export default config;
