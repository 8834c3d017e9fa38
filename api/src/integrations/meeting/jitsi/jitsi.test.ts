import { describe } from "vitest";
import { meetingProviderSuite } from "../meeting-provider.suite.ts";
import { createJitsi } from "./jitsi.ts";

describe("a Jitsi server", () => {
  meetingProviderSuite(() => createJitsi({ origin: "https://meet.jit.si" }));
});
