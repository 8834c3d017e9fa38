import { KairosBooking } from "./booking-element.ts";

const name = "kairos-booking";
const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');

// A page may hold the script twice, through its parts that do not know of each other.
if (!customElements.get(name)) {
  if (script instanceof HTMLScriptElement && script.src) KairosBooking.kairos = new URL(script.src).origin;
  customElements.define(name, KairosBooking);
}
