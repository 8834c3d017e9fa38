import { describe, expect, test } from "vitest";
import { problemOf } from "../../../test/refusal.ts";
import { readClients } from "./client-list.policy.ts";

const read = (...lines: string[]) => readClients(lines.join("\n"));

describe("a file of clients", () => {
  test("is read with the columns that it names, in any order, and says which are of no use", () => {
    const { clients, ignoredColumns } = read(
      "Email;Company;Full name;Time zone;start",
      "ann@example.com;Acme;Ann Archer;Europe/Berlin;2026-03-05 10:00",
      "bo@example.com;;Bo Berg;;2026-03-06",
    );
    expect(clients).toMatchObject([
      {
        line: 2,
        name: "Ann Archer",
        email: "ann@example.com",
        timeZone: "Europe/Berlin",
        start: "2026-03-05T10:00",
        problem: null,
      },
      { line: 3, name: "Bo Berg", email: "bo@example.com", timeZone: "", start: "2026-03-06", problem: null },
    ]);
    expect(ignoredColumns).toEqual(["Company"]);
  });

  test("may have first and last names", () => {
    expect(read("first name,last_name,e-mail", "Ann,Archer,ann@example.com").clients[0]?.name).toBe("Ann Archer");
  });

  test.each([
    ["name,email", "Ann,ann.example.com", "email", "This is not an email address; write it like ann@example.com."],
    ["name,email", ",ann@example.com", "name", "This must not be empty."],
    [
      "name,email,phone",
      "Ann,ann@example.com,call me",
      "phone",
      "This is not a phone number; write it like +1 212 555 0100.",
    ],
    [
      "name,email,zone",
      "Ann,ann@example.com,Berlin",
      "timeZone",
      "This is not a time zone; write it like Europe/Berlin.",
    ],
    ["name,email,start", "Ann,ann@example.com,2026-02-30", "start", expect.stringMatching(/^This is not a start/)],
    ["name,email,start", "Ann,ann@example.com,5 March", "start", expect.stringMatching(/^This is not a start/)],
    [
      "name,email",
      "Ann,ann@example.com,more",
      null,
      expect.stringMatching(/^This line has 3 fields, the first line names 2/),
    ],
    ["name,email", '"Ann,ann@example.com', null, expect.stringMatching(/^A quotation mark opens/)],
  ])("%s with %s has %s to be mended", (head, line, field, problem) => {
    const { clients } = read(head, line, head === "name,email" ? "Bo,bo@example.com" : "Bo,bo@example.com,");
    expect(clients[0]).toMatchObject({ line: 2, raw: line, field, problem });
    expect(clients[1]).toMatchObject({ line: 3, name: "Bo", problem: null });
  });

  test("names an address that stands there twice by its first line", () => {
    expect(read("name,email", "Ann,ann@example.com", "Anna,ANN@example.com").clients[1]).toMatchObject({
      field: "email",
      problem: "This address stands on line 2 already. Leave one of the two out.",
    });
  });

  test.each([
    ["", "empty"],
    ["name,email", "no line"],
    ["Ann,ann@example.com\nBo,bo@example.com", "name the columns"],
    ["name,email,mail\nAnn,a@b.co,", "Two columns"],
    ["name,email\n\u0000,a", "no text"],
    [`name,email\n${"Ann,ann@example.com\n".repeat(101)}`, "101 clients"],
    [`name,email\n${"x".repeat(40_000)}`, "40011 characters"],
  ])("%j is refused as a whole", async (file, words) => {
    const problem = await problemOf(Promise.resolve().then(() => readClients(file)));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field: "csv" });
    expect(problem.message).toContain(words);
  });
});
