import { expect, test } from "vitest";
import { Admission, networkOf } from "./admission.ts";

test("an address has so many places and no more, and gets one back when it leaves", () => {
  const admission = new Admission(2);
  const leave = admission.enter("192.0.2.1");
  expect(admission.enter("192.0.2.1")).not.toBeNull();
  expect(admission.enter("192.0.2.1")).toBeNull();
  expect(admission.enter("192.0.2.2")).not.toBeNull();
  leave?.();
  expect(admission.enter("192.0.2.1")).not.toBeNull();
  expect(admission.enter("192.0.2.1")).toBeNull();
});

test.for([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["1::2:3:4:5:6:7", "1:0:2:3::/64"],
] as const)("%s counts as %s", ([ip, network]) => {
  expect(networkOf(ip)).toBe(network);
});
