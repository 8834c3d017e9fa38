import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { isAbstractType } from "graphql";

/** Emits which types stand behind each interface and union, for the cache to match fragments. */
export const plugin: PluginFunction = (schema) => {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const entries = abstract.map((type) => [type.name, schema.getPossibleTypes(type).map((member) => member.name)]);
  return `export const possibleTypes = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
};
