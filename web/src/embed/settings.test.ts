import { describe, expect, test } from "vitest";
import { frameAddress, readSettings } from "./settings.ts";
import { elementOf, scriptOf } from "./snippet.ts";

const kairos = "https://book.example.com";
const read = (written: Record<string, string>, origin: string | null = kairos) =>
  readSettings((name) => written[name] ?? null, origin);
const pageOf = (written: Record<string, string>, origin?: string | null) =>
  read(written, origin).settings.page?.href ?? null;

describe("what is written on the element", () => {
  test("names a page by coach and link, or by its address, with what the form begins with", () => {
    expect(pageOf({ coach: "maya", link: "intro" })).toBe(`${kairos}/maya/intro`);
    expect(pageOf({ src: "/maya/intro?answers.topic=A+role" })).toBe(`${kairos}/maya/intro?answers.topic=A+role`);
    expect(pageOf({ src: "https://other.example/maya/intro" }, null)).toBe("https://other.example/maya/intro");
    expect(pageOf({ coach: "maya", link: "intro", minutes: "45", name: "Ann & Bo", email: "a@b.org" })).toBe(
      `${kairos}/maya/intro?minutes=45&name=Ann+%26+Bo&email=a%40b.org`,
    );
  });

  test("cannot lead out of booking pages", () => {
    expect(pageOf({ coach: "../manage", link: "token" })).toBe(`${kairos}/..%2Fmanage/token`);
    for (const src of ["javascript:alert(1)", "/console", "/manage/a/b", "data:text/html,x", "https://", ""])
      expect([src, pageOf({ src })]).toEqual([src, null]);
  });

  test("is plain where nothing is written", () => {
    expect(read({ coach: "maya", link: "intro" })).toMatchObject({
      settings: { mode: "inline", theme: "auto", accent: null, label: "Book a session" },
      problems: [],
    });
  });

  test("is told in words where it is wrong, and the rest still holds", () => {
    const { settings, problems } = read({ src: "/a/b", mode: "modal", theme: "sepia", accent: "red", minutes: "0" });
    expect(settings).toMatchObject({ mode: "inline", theme: "auto", accent: null, page: { href: `${kairos}/a/b` } });
    expect(problems).toHaveLength(4);
    expect(problems.join("\n")).toContain('mode="modal" is not known. Write inline, popup, floating');
    expect(read({ coach: "maya" }).problems.join()).toContain('Write coach="…" and link="…"');
    expect(read({ coach: "maya", link: "intro" }, null).problems).toHaveLength(1);
  });
});

test("the frame's address holds its look and what the page's address holds", () => {
  const page = new URL(`${kairos}/maya/intro?name=Ann`);
  const address = frameAddress(page, { fit: "dialog", theme: "dark", accent: null });
  expect(address).toBe(`${kairos}/embed/maya/intro?name=Ann&fit=dialog&theme=dark`);
  expect(page.pathname).toBe("/maya/intro");
});

test("what is offered for copying is what a person would write, and safe in a page", () => {
  expect(scriptOf(kairos)).toBe(`<script async src="${kairos}/embed.js"></script>`);
  expect(elementOf({ src: "/maya/intro" })).toBe('<kairos-booking src="/maya/intro"></kairos-booking>');
  expect(elementOf({ src: '/a/b"><script>' })).toContain("/a/b&quot;>&lt;script>");
  const long = elementOf({ src: `${kairos}/maya/intro`, mode: "popup", label: "Book a session with Maya" });
  expect(long.split("\n")).toHaveLength(5);
});
