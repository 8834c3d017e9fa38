import "@js-joda/timezone/dist/js-joda-timezone-empty.js";
import { Instant, LocalDate, LocalDateTime, LocalTime, ZoneId, ZoneRulesProvider } from "@js-joda/core";
import latest from "moment-timezone/data/packed/latest.json" with { type: "json" };

// The typings of js-joda leave out how its time zone data is replaced; its own release is older than ours.
const load: unknown = Reflect.get(ZoneRulesProvider, "loadTzdbData");
if (typeof load !== "function") throw new Error("js-joda can no longer be given time zone data");
load.call(ZoneRulesProvider, latest);

/** js-joda with the same time zone data as core: the independent opinion that tests compare with. */
export const joda = { Instant, LocalDate, LocalDateTime, LocalTime, ZoneId };
