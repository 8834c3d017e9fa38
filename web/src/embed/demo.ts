import { elementOf, type Snippet, scriptOf } from "./snippet.ts";

/** The page at /embed-demo: the element in its three forms, its settings, what to copy, and what a page hears. */
const form = one(HTMLFormElement, "form");
const own = one(HTMLButtonElement, "#own");
const log = one(HTMLElement, "#log");
const shown = [...document.querySelectorAll("kairos-booking")];
/** Lines of the log; older ones go. */
const longest = 12;
let accent: string | null = null;

const asked = new URLSearchParams(location.search).get("link");
if (asked) field("link").value = asked;
write("script", scriptOf(location.origin));
write("policy", `script-src ${location.origin}; frame-src ${location.origin};`);
apply();

// A settings form that is sent would reload the page, and lose what was chosen.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  apply();
});
form.addEventListener("change", ({ target }) => {
  if (target === field("accent")) accent = field("accent").value;
  apply();
});
own.addEventListener("click", () => {
  accent = null;
  apply();
});
document.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLButtonElement && target.dataset["copies"]) void copy(target, target.dataset["copies"]);
});
for (const type of ["ready", "held", "booked", "error", "open", "close"])
  document.addEventListener(`kairos:${type}`, (event) => {
    if (event instanceof CustomEvent) note(event.type, event.detail);
  });

// The page shows all forms at once, which none of its readers would: on a phone the button in the corner would lie on the
// fields of the frame, and makes way for it.
const narrow = matchMedia("(width < 48rem)");
const corner = shown.find((element) => element.getAttribute("mode") === "floating");
const frame = shown.find((element) => !element.hasAttribute("mode"));
if (corner instanceof HTMLElement && frame)
  new IntersectionObserver(([seen]) => {
    corner.style.visibility = seen?.isIntersecting && narrow.matches ? "hidden" : "";
  }).observe(frame);

function apply(): void {
  const theme = one(HTMLInputElement, "input[name=theme]:checked").value;
  const link = field("link").value.trim();
  own.disabled = accent === null;
  for (const element of shown) {
    const mode = element.getAttribute("mode");
    const label = element.getAttribute("label");
    const snippet: Snippet = {
      src: URL.canParse(link, location.href) ? new URL(link, location.href).href : link,
      ...(mode && { mode }),
      ...(label && { label }),
      ...(theme !== "auto" && { theme }),
      ...(accent && { accent }),
    };
    for (const name of ["src", "theme", "accent"] as const) {
      const value = snippet[name];
      if (value) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
    write(mode ?? "inline", elementOf(snippet));
  }
}

function note(type: string, detail: unknown): void {
  const line = document.createElement("p");
  const name = document.createElement("code");
  const facts = document.createElement("span");
  name.textContent = type;
  facts.textContent = Object.entries(Object(detail))
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
  line.append(name, facts);
  log.append(line);
  log.hidden = false;
  if (log.childElementCount > longest) log.firstElementChild?.remove();
}

async function copy(button: HTMLButtonElement, what: string): Promise<void> {
  const said = await navigator.clipboard.writeText(one(HTMLElement, `#${what}`).textContent).then(
    () => "Copied",
    () => "Select it and copy it yourself",
  );
  button.textContent = said;
  setTimeout(() => {
    button.textContent = "Copy";
  }, 2_000);
}

function write(id: string, text: string): void {
  one(HTMLElement, `#${id}`).textContent = text;
}

function field(name: string): HTMLInputElement {
  return one(HTMLInputElement, `input[name=${name}]`);
}

function one<Kind extends Element>(kind: new () => Kind, selector: string): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}
