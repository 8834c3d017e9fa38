const lineBreaks = /[\r\n\u0085\u2028\u2029]+/g;
/** All of Unicode's control characters but tab and line feed. */
const controls = /[^\P{Cc}\t\n]/gu;

/** Text for a place that has one line: no breaks, no control characters, no half characters. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(lineBreaks, " ").replace(/\t/g, " ").replace(controls, " ").trim();
}

/** Text of many lines, ended by \n, without control characters and half characters. */
export function manyLines(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(controls, " ");
}

/** The other side's own words, fit to be kept and shown. */
export function wordsOf(text: string): string {
  return oneLine(text).slice(0, 500).toWellFormed();
}

const idForm = /^[\w.:-]+( [\w.:-]+)*$/;

/** @throws RangeError: ids are made by us, so a wrong one is a defect. */
export function checkId(id: string): void {
  if (id.length > 80 || !idForm.test(id)) throw new RangeError(`The id ${JSON.stringify(id)} of a message is not one.`);
}

/** An address of a page, as it may stand in a message; null for what is none. */
export function webAddress(text: string): string | null {
  const url = URL.parse(text);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  // The parser escapes what could end a header or a tag, but keeps quotation marks and brackets in some places.
  return url && isWeb && !url.username && !url.password && /^[\w\-.~:/?#@!$&*+,;=%[\]]+$/.test(url.href)
    ? url.href
    : null;
}
