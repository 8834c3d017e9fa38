export type Dialog = {
  readonly element: HTMLDialogElement;
  /** Opens over the page, which stands still meanwhile; the focus comes back to where it was. */
  open(): void;
  close(): void;
};

export type DialogOptions = {
  label: string;
  /** In a corner where there is room, instead of the middle. */
  corner: boolean;
  /** Whether a press beside it closes it. */
  yields: () => boolean;
  onClosed: () => void;
};

/** The platform's own modal dialog: it keeps the focus inside and closes at Escape. */
export function createDialog({ label, corner, yields, onClosed }: DialogOptions): Dialog {
  const element = document.createElement("dialog");
  const header = document.createElement("header");
  const title = document.createElement("h2");
  const button = document.createElement("button");
  let unlock: (() => void) | null = null;
  let before: Element | null = null;
  title.id = "title";
  title.textContent = label;
  button.type = "button";
  button.className = "close";
  button.ariaLabel = "Close";
  element.setAttribute("aria-labelledby", title.id);
  if (corner) element.className = "corner";
  header.append(title, button);
  element.append(header);

  // Also called by hand: the event of an element that leaves the document is never heard.
  const closed = () => {
    if (!unlock || element.open) return;
    unlock();
    unlock = null;
    if (before instanceof HTMLElement) before.focus();
    onClosed();
  };
  const close = () => {
    element.close();
    closed();
  };
  button.addEventListener("click", close);
  element.addEventListener("close", closed);
  element.addEventListener("click", ({ target }) => {
    if (target === element && yields()) close();
  });
  return {
    element,
    open() {
      before = focused();
      unlock = lockScroll();
      element.showModal();
    },
    close,
  };
}

function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The page keeps its width, too: the place of its scrollbar stays. */
function lockScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  if (innerWidth > clientWidth) style.scrollbarGutter = "stable";
  style.overflow = "hidden";
  return () => Object.assign(style, { overflow, scrollbarGutter });
}
