import { fileURLToPath } from "node:url";

/** The top directory of the clone, without a slash at its end. */
export const top = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Tells what was wrong and ends. @returns {never} */
export function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}

/** How long something took, to be read by a person. */
export function secondsSince(/** @type {number} */ startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
