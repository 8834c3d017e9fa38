import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { isAbstractType, Kind, visit } from "graphql";

/**
 * Emits which types stand behind an interface or union, for the cache to match fragments: only for those that a
 * fragment names, since every page loads the list and a fragment on an object type needs none.
 */
export const plugin: PluginFunction = (schema, documents) => {
  const named = new Set<string>();
  for (const { document } of documents) {
    if (!document) continue;
    visit(document, {
      [Kind.FRAGMENT_DEFINITION]: ({ typeCondition }) => void named.add(typeCondition.name.value),
      [Kind.INLINE_FRAGMENT]: ({ typeCondition }) => void (typeCondition && named.add(typeCondition.name.value)),
    });
  }
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const entries = abstract
    .filter((type) => named.has(type.name))
    .map((type) => [type.name, schema.getPossibleTypes(type).map((member) => member.name)]);
  return `export const possibleTypes = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
};
