import { expect, test } from "vitest";
import { embedCode } from "./embed-code.ts";

const page = { origin: "https://kairos.example", path: "/maya/intro" };
const script = '<script async src="https://kairos.example/embed.js"></script>\n';

test("in the page, the element says which page alone", () => {
  expect(embedCode(page, { mode: "inline", theme: "auto", label: "Book" })).toBe(
    `${script}<kairos-booking coach="maya" link="intro"></kairos-booking>`,
  );
});

test("what is written on the button cannot end the attribute", () => {
  expect(embedCode(page, { mode: "popup", theme: "dark", label: ' "Go" <now> & here ' })).toBe(
    `${script}<kairos-booking coach="maya" link="intro" mode="popup" label="&quot;Go&quot; &lt;now> &amp; here" theme="dark"></kairos-booking>`,
  );
});
