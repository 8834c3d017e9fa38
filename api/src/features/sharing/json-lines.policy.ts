/** Deeper than a file of ours ever is. */
const MAX_DEPTH = 10;

/** The line of every place of a JSON text that can be read, from 1, by its path: `programs.0.steps.1.minutes`. */
export function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: { path: string; index: number | null }[] = [];
  let line = 1;
  let key = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const top = open.at(-1);
    const own = line;
    line += lineBreaksIn(token);
    if (token === "\n") continue;
    if (token === "," && top && top.index !== null) top.index++;
    else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":") && token.startsWith('"')) key = nameOf(token);
    else if (token !== ",") {
      const path = top ? join(top.path, top.index === null ? key : String(top.index)) : "";
      if (open.length <= MAX_DEPTH && !lines.has(path)) lines.set(path, own);
      if (token === "{" || token === "[")
        open.push({ path: open.length > MAX_DEPTH ? "" : path, index: token === "[" ? 0 : null });
    }
  }
  return lines;
}

// A name with its colon, another text, a brace or bracket or comma, a number or word, or the end of a line.
const TOKEN = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]|[^\s{}[\],:"]+|\n/g;

/** The line of the first thing that no JSON text holds, of one that cannot be read; null where only the order is wrong. */
export function lineOfOddity(text: string): number | null {
  let end = 0;
  let line = 1;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (/\S/.test(text.slice(end, index).replace(":", "")) || (/^[^"{}[\],\n]/.test(token) && !VALUE.test(token)))
      return line;
    line += lineBreaksIn(token);
    end = index + token.length;
  }
  return /\S/.test(text.slice(end)) ? line : null;
}

const VALUE = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;

function lineBreaksIn(token: string): number {
  return token.split("\n").length - 1;
}

function nameOf(token: string): string {
  const name: unknown = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1));
  return typeof name === "string" ? name : "";
}

function join(path: string, part: string): string {
  return path === "" ? part : `${path}.${part}`;
}

/** The line of a place, or of the nearest thing that holds it. */
export function lineOf(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(path.slice(0, length).map(String).join("."));
    if (line !== undefined) return line;
  }
  return 1;
}
