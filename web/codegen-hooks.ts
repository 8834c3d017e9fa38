import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { Kind } from "graphql";

const hooks = { query: "useQuery", mutation: "useMutation", subscription: "useSubscription" } as const;

/** Emits useXQuery, useXMutation and useXSubscription over Apollo Client 4 beside the typed documents. */
export const plugin: PluginFunction = (_schema, documents) => {
  const operations = documents
    .flatMap((file) => file.document?.definitions ?? [])
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const lines = operations.map(({ name, operation, variableDefinitions }) => {
    const base = name?.value ?? "";
    const suffix = operation.charAt(0).toUpperCase() + operation.slice(1);
    const types = `${base}${suffix}, ${base}${suffix}Variables`;
    const hook = hooks[operation];
    const required = variableDefinitions?.some((variable) => variable.type.kind === Kind.NON_NULL_TYPE);
    const options =
      operation === "mutation"
        ? `options?: ${hook}.Options<${types}>`
        : `options${required ? "" : "?"}: ${hook}.Options<${types}> | SkipToken`;
    const skippable = operation === "mutation" ? "options" : required ? "options" : "options ?? {}";
    return `export const use${base}${suffix} = (${options}) => ${hook}(${base}Document, ${skippable});`;
  });
  const used = [...new Set(operations.map(({ operation }) => hooks[operation]))];
  const skip = used.some((hook) => hook !== "useMutation") ? ["type SkipToken"] : [];
  return {
    prepend: used.length ? [`import { ${[...used, ...skip].join(", ")} } from "@apollo/client/react";`] : [],
    content: lines.join("\n"),
  };
};
