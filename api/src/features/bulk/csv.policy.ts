/** A row of a file, with the line that it begins on, from 1, and what stands there. */
export interface CsvRow {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
  /** Why it cannot be read; the cells are then as far as they go. */
  readonly problem: string | null;
}

const SEPARATORS = [",", ";", "\t"];

/**
 * Reads a file of values as spreadsheets write it (RFC 4180): fields in quotation marks may hold separators, line breaks
 * and doubled quotation marks; separators are commas, semicolons or tabs, whichever the first line has most. Never
 * fails and loses nothing: a row that cannot be read is given with the reason, and the next line begins anew.
 */
export function readCsv(file: string): CsvRow[] {
  const text = file.replace(/^\ufeff/, "");
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  for (let at = 0, line = 1; at < text.length; ) {
    const { end, ...row } = readRow(text, at, separator);
    const raw = text.slice(at, end).replace(/\r?\n$|\r$/, "");
    if (row.problem !== null || row.cells.some((cell) => cell !== "")) rows.push({ line, raw, ...row });
    line += lineBreaksIn(text.slice(at, end));
    at = end;
  }
  return rows;
}

function separatorOf(text: string): string {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const bare = first.replaceAll(/"[^"]*"/g, "");
  const countOf = (separator: string) => bare.split(separator).length;
  return SEPARATORS.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

type Row = Pick<CsvRow, "cells" | "problem"> & { readonly end: number };

function readRow(text: string, from: number, separator: string): Row {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? readQuoted(text, at, separator) : readPlain(text, at, separator);
    if (typeof cell === "string") return { cells, problem: cell, end: endOfLine(text, from) };
    cells.push(cell.value.trim());
    if (text[cell.end] !== separator) return { cells, problem: null, end: endOfLine(text, cell.end) };
    at = cell.end + 1;
  }
}

type Cell = { readonly value: string; readonly end: number };

function readPlain(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(from, end), end };
}

/** The cell, or what is wrong with it. */
function readQuoted(text: string, from: number, separator: string): Cell | string {
  let value = "";
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return "A quotation mark opens here and is never closed. Close it, or double it where it is meant.";
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
      continue;
    }
    const next = text[close + 1];
    if (next === undefined || next === separator || next === "\n" || next === "\r") return { value, end: close + 1 };
    return "Text stands behind a closing quotation mark. Double the quotation marks that are part of the text.";
  }
}

/** Behind the line break that ends the line of a place. */
function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
}
