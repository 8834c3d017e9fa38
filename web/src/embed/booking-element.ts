import type { ErrorDetail, FrameMessage } from "../lib/embed-protocol.ts";
import { createDialog, type Dialog } from "./dialog.ts";
import css from "./embed.css?inline";
import { type Frame, openFrame } from "./frame.ts";
import { dark, lookOf, paint } from "./look.ts";
import { attributes, readSettings, type Settings } from "./settings.ts";

/** Not inline styles: a page may forbid those. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** What the page around hears of; the rest is between the frame and us. */
const told = new Set<FrameMessage["type"]>(["ready", "held", "booked", "error"]);

/** `<kairos-booking>`: a booking page within a page, behind a button, or behind one that floats. */
export class KairosBooking extends HTMLElement {
  static readonly observedAttributes = attributes;
  /** The origin that the script came from. */
  static kairos: string | null = null;

  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #dress = () => this.#wear();
  #root = document.createElement("div");
  #settings: Settings | null = null;
  #dialog: Dialog | null = null;
  #frame: Frame | null = null;
  /** A time is kept for the visitor: a slip beside the dialog must not give it up. */
  #holds = false;
  #changed = new Set<string>();

  connectedCallback(): void {
    this.#shadow.adoptedStyleSheets = [sheet];
    dark.addEventListener("change", this.#dress);
    this.#show();
  }

  disconnectedCallback(): void {
    dark.removeEventListener("change", this.#dress);
    this.#clear();
  }

  /** Attributes are often set one by one: what they come to is shown once they all are. */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  /** Opens the dialog of a popup or floating button; inline there is none. */
  open(): void {
    if (!this.#dialog || this.#dialog.element.open) return;
    // One that has just been closed by Escape tells so a moment later.
    this.#dialog.close();
    this.#load(this.#dialog.element);
    this.#dialog.open();
    this.#tell("open");
  }

  close(): void {
    this.#dialog?.close();
  }

  #follow(): void {
    const names = [...this.#changed];
    this.#changed.clear();
    if (!this.isConnected) return;
    if (names.some((name) => name !== "theme" && name !== "accent")) this.#show();
    else {
      this.#read();
      this.#wear();
    }
  }

  #show(): void {
    this.#clear();
    const { page, mode } = this.#read();
    if (!page) return;
    this.#root = document.createElement("div");
    this.#root.className = "root";
    this.#shadow.append(this.#root);
    if (mode === "inline") this.#load(this.#root);
    else this.#offer();
    this.#wear();
  }

  #clear(): void {
    this.close();
    this.#unload();
    this.#dialog = null;
    this.#shadow.replaceChildren();
  }

  #read(): Settings {
    const { settings, problems } = readSettings((name) => this.getAttribute(name), KairosBooking.kairos);
    this.#settings = settings;
    // biome-ignore lint/suspicious/noConsole: whoever writes the page looks here.
    for (const problem of problems) console.error(`<kairos-booking>: ${problem}`, this);
    if (!settings.page) this.#tell("error", { code: "NO_PAGE", message: problems.join(" ") } satisfies ErrorDetail);
    return settings;
  }

  #wear(): void {
    if (!this.#settings) return;
    const look = lookOf(this.#settings, this);
    paint(this.#root, look);
    this.#frame?.dress(look);
  }

  /** A button of our own, or whatever stands between the tags. */
  #offer(): void {
    if (!this.#settings) return;
    const { mode, label } = this.#settings;
    const slot = document.createElement("slot");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open";
    button.part.add("button");
    button.ariaHasPopup = "dialog";
    button.textContent = label;
    slot.append(button);
    const place = document.createElement("div");
    place.className = mode;
    place.append(slot);
    slot.addEventListener("click", (event) => {
      event.preventDefault();
      this.open();
    });
    this.#dialog = createDialog({
      label,
      corner: mode === "floating",
      yields: () => !this.#holds,
      onClosed: () => {
        this.#unload();
        this.#tell("close");
      },
    });
    this.#root.append(place, this.#dialog.element);
  }

  #load(into: HTMLElement): void {
    if (!this.#settings?.page) return;
    const { page, label } = this.#settings;
    const look = lookOf(this.#settings, this);
    this.#frame = openFrame({ page, label, look, hear: (message) => this.#hear(message, page) });
    into.append(this.#frame.element);
  }

  /** Whoever leaves gives up the time that was kept: the frame says so to the server as it goes. */
  #unload(): void {
    this.#frame?.close();
    this.#frame = null;
    this.#holds = false;
  }

  #hear(message: FrameMessage, page: URL): void {
    if (message.type === "height") this.#frame?.grow(message.height);
    if (message.type === "step" && !this.#dialog) this.#comeIntoView();
    if (message.type === "close") this.close();
    if (message.type === "held") this.#holds = true;
    if (message.type === "released") this.#holds = false;
    if (message.type === "error" && message.code === "UNREACHABLE") this.#apologize(page);
    const { type, ...detail } = message;
    if (told.has(type)) this.#tell(type, detail);
  }

  /** The next step begins at the top, which may have been scrolled away. The page around may set `scroll-margin`. */
  #comeIntoView(): void {
    if (this.getBoundingClientRect().top >= 0) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scrollIntoView({ block: "start", behavior: still ? "instant" : "smooth" });
  }

  #apologize(page: URL): void {
    const words = document.createElement("p");
    const link = document.createElement("a");
    link.href = page.href;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open the booking page";
    words.append("The booking page cannot be shown here right now. ", link);
    this.#frame?.element.replaceWith(words);
  }

  #tell(type: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`kairos:${type}`, { bubbles: true, composed: true, detail }));
  }
}
