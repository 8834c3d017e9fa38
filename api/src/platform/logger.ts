type LogLevel = "debug" | "info" | "warn" | "error";
export type LogFields = Readonly<Record<string, unknown>>;

/** One JSON object a line. An `Error` among the fields is written with its stack and its cause. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A logger that adds these fields to every line. */
  with(fields: LogFields): Logger;
}

export interface LoggerOptions {
  readonly level: LogLevel | "silent";
  readonly write?: (line: string) => void;
}

const weight = { debug: 10, info: 20, warn: 30, error: 40, silent: 100 };

export function createLogger({ level, write = writeToStdout }: LoggerOptions, bound: LogFields = {}): Logger {
  const at =
    (lineLevel: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (weight[lineLevel] < weight[level]) return;
      write(
        `${JSON.stringify({ at: new Date().toISOString(), level: lineLevel, message, ...bound, ...fields }, readable())}\n`,
      );
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    with: (fields) => createLogger({ level, write }, { ...bound, ...fields }),
  };
}

/** A logger that cannot throw: cycles are cut, big integers become text. */
function readable(): (key: string, value: unknown) => unknown {
  const seen = new WeakSet<object>();
  return (_key, value) => {
    if (typeof value === "bigint") return value.toString();
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return "[seen above]";
    seen.add(value);
    if (!(value instanceof Error)) return value;
    return { ...value, name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  };
}

function writeToStdout(line: string): void {
  process.stdout.write(line);
}
