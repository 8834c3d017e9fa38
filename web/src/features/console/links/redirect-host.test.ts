import { expect, test } from "vitest";
import { hostToAllow } from "./redirect-host.ts";

test.each([
  ["https://www.example.com/thanks", "www.example.com"],
  ["https://known.example/x", null],
  ["http://www.example.com/", null],
  ["https://localhost/", null],
  ["thanks", null],
])("of %j the host to allow is %j", (address, host) => {
  expect(hostToAllow(address, ["known.example"])).toBe(host);
});
