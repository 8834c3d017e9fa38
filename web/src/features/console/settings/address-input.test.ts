import { expect, test } from "vitest";
import { addressInput } from "./address-input.ts";

test("of a pasted address the host is meant", () => {
  expect(addressInput({ slug: " maya ", hosts: "www.example.com\n\nhttps://b.example/thanks, c.example" })).toEqual({
    slug: "maya",
    redirectHosts: ["www.example.com", "b.example", "c.example"],
  });
});
