import { useLayoutEffect } from "react";
import { accentColours } from "../lib/accent.ts";

const names = {
  accent: "--accent",
  hover: "--accent-hover",
  on: "--on-accent",
  soft: "--accent-soft",
  line: "--accent-line",
} as const;

/** Gives the whole page this accent, made legible for both themes, until the component leaves. */
export function useAccent(hex: string | undefined): void {
  useLayoutEffect(() => {
    if (!hex) return;
    const light = accentColours(hex, "light");
    const dark = accentColours(hex, "dark");
    const { style } = document.documentElement;
    for (const key of ["accent", "hover", "on", "soft", "line"] as const) {
      style.setProperty(names[key], `light-dark(${light[key]}, ${dark[key]})`);
    }
    return () => {
      for (const name of Object.values(names)) style.removeProperty(name);
    };
  }, [hex]);
}
