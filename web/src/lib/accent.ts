/**
 * One accent, chosen by the coach, kept legible: hue and chroma are hers, lightness is moved until text in the accent reaches
 * the contrast of WCAG 1.4.3 on every ground it is used on, in the light and in the dark theme.
 * Colour space: OKLab, https://bottosson.github.io/posts/oklab/
 */
type Rgb = readonly [number, number, number];

export type AccentColours = { accent: string; hover: string; on: string; soft: string; line: string };

/** The grounds of ui/tokens.css on which the accent is used as text. */
export const grounds = {
  light: { canvas: "#fafaf8", surface: "#ffffff", sunken: "#f2f2ef" },
  dark: { canvas: "#101114", surface: "#18191d", sunken: "#212227" },
} as const;

const minimum = 4.5;
const fallback = "#2f5d50";

export function accentColours(hex: string, theme: "light" | "dark"): AccentColours {
  const wanted = /^#[0-9a-f]{6}$/i.test(hex) ? hex : fallback;
  const [start, chroma, hue] = toOklch(parse(wanted));
  const step = theme === "light" ? -0.005 : 0.005;
  let lightness = theme === "light" ? Math.min(Math.max(start, 0.2), 0.62) : Math.max(start, 0.72);
  for (; lightness > 0 && lightness <= 1; lightness += step) {
    const accent = fromOklch(lightness, chroma, hue);
    const soft = mix(accent, grounds[theme].surface, theme === "light" ? 0.09 : 0.16);
    if (![...Object.values(grounds[theme]), soft].every((ground) => contrast(accent, ground) >= minimum)) continue;
    return {
      accent,
      hover: fromOklch(lightness + step * 11, chroma, hue),
      on: theme === "light" ? grounds.light.surface : grounds.dark.canvas,
      soft,
      line: mix(accent, grounds[theme].surface, theme === "light" ? 0.35 : 0.42),
    };
  }
  return accentColours(fallback, theme);
}

/** Contrast ratio of two colours, WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb;
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}

function mix(a: string, b: string, share: number): string {
  const [from, to] = [parse(a), parse(b)];
  return format([0, 1, 2].map((i) => (from[i] ?? 0) * share + (to[i] ?? 0) * (1 - share)));
}

function toOklch(rgb: Rgb): Rgb {
  const [r, g, b] = rgb;
  const [lr, lg, lb] = [toLinear(r), toLinear(g), toLinear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, bb), Math.atan2(bb, a)];
}

/** The nearest colour of sRGB with this lightness and hue: chroma gives way. */
function fromOklch(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; c > 0; c -= 0.004) {
    const rgb = oklabToRgb(lightness, c * Math.cos(hue), c * Math.sin(hue));
    if (rgb.every((channel) => channel >= -0.001 && channel <= 1.001)) return format(rgb);
  }
  return format(oklabToRgb(lightness, 0, 0));
}

function oklabToRgb(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(fromLinear);
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function fromLinear(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function format(rgb: readonly number[]): string {
  const channels = rgb.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
