import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { z } from "zod";

const run = promisify(execFile);
const load = createRequire(import.meta.url);

/**
 * Opens the Chromium that npm brought, so that browser tests need nothing of the machine; CHROMIUM names another one.
 * Contexts are cheap: one browser for a test file, one context for each person who looks.
 */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM;
  if (given) return chromium.launch({ executablePath: given });
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  const directory = await unpack();
  const executablePath = join(directory, "chromium");
  return chromium.launch({
    executablePath,
    // A container's /dev/shm is small, and root has no sandbox; these pages are our own.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(directory, "fonts.conf"),
      ...(await libraries(directory, executablePath)),
    },
  });
}

/** Unpacks beside the place and renames, for several test files open a browser at the same moment. */
async function unpack(): Promise<string> {
  const version = z.object({ version: z.string() }).parse(load(packageFile())).version;
  const directory = join(tmpdir(), `kairos-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(directory)) return directory;
  const draft = mkdtempSync(`${directory}.`);
  try {
    // The package unpacks into the temporary directory, whatever is there; and its libraries only where it sees a Lambda.
    const script =
      'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath();';
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
    await run(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname, env });
    writeFileSync(join(draft, "fonts.conf"), fontConfiguration(directory));
    renameSync(draft, directory);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  return directory;
}

/** The package's own names places of a Lambda alone. A page without any font has words of no size: nothing is visible. */
function fontConfiguration(directory: string): string {
  const places = [join(directory, "fonts/fonts"), "/usr/share/fonts"].map((place) => `<dir>${place}</dir>`).join("");
  const usual = "<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>";
  const cache = `<cachedir>${join(directory, "font-cache")}</cachedir>`;
  return `<?xml version="1.0"?><fontconfig>${places}${usual}${cache}</fontconfig>\n`;
}

function packageFile(): string {
  return join(load.resolve("@sparticuz/chromium"), "../../../package.json");
}

/** The system's libraries, if it has those of a browser; else those in the package. */
async function libraries(directory: string, executablePath: string): Promise<{ LD_LIBRARY_PATH?: string }> {
  try {
    await run(executablePath, ["--version"]);
    return {};
  } catch {
    return { LD_LIBRARY_PATH: join(directory, "al2023/lib") };
  }
}
