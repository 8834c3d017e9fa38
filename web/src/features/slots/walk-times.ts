import type { KeyboardEvent } from "react";

/** Left and right by order, up and down by what is seen there, whatever the number of columns. */
export function walkTimes(event: KeyboardEvent, list: HTMLElement | null): void {
  const buttons = [...(list?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
  const active = document.activeElement;
  const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const target = destination(event.key, buttons, at);
  if (target === null) return;
  event.preventDefault();
  target?.focus();
}

function destination(key: string, buttons: HTMLButtonElement[], at: number): HTMLButtonElement | undefined | null {
  switch (key) {
    case "ArrowRight":
      return buttons[at + 1];
    case "ArrowLeft":
      return buttons[at - 1];
    case "Home":
      return buttons[0];
    case "End":
      return buttons.at(-1);
    case "ArrowDown":
      return inNextRow(buttons.slice(at + 1), buttons[at]);
    case "ArrowUp":
      return inNextRow(buttons.slice(0, at).reverse(), buttons[at]);
    default:
      return null;
  }
}

/** Of the nearest other row in this direction, the button closest sideways. */
function inNextRow(
  candidates: HTMLButtonElement[],
  from: HTMLButtonElement | undefined,
): HTMLButtonElement | undefined {
  const here = from?.getBoundingClientRect();
  if (!here) return undefined;
  const rowTop = candidates
    .map((button) => button.getBoundingClientRect().top)
    .find((top) => Math.abs(top - here.top) > 4);
  return candidates
    .filter((button) => rowTop !== undefined && Math.abs(button.getBoundingClientRect().top - rowTop) <= 4)
    .toSorted(
      (a, b) =>
        Math.abs(a.getBoundingClientRect().left - here.left) - Math.abs(b.getBoundingClientRect().left - here.left),
    )[0];
}
