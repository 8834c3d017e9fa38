import { isIPv6 } from "node:net";

/**
 * Bounds the sockets of one address in this process, so that nobody takes all there are. A place is taken before anything
 * is looked up, since many can knock at the same moment.
 */
export class Admission {
  readonly #limit: number;
  readonly #taken = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Gives the function that frees the place again, or null when the address has all it may have. */
  enter(ip: string): (() => void) | null {
    const network = networkOf(ip);
    const taken = this.#taken.get(network) ?? 0;
    if (taken >= this.#limit) return null;
    this.#taken.set(network, taken + 1);
    return () => this.#leave(network);
  }

  #leave(network: string): void {
    const taken = this.#taken.get(network) ?? 0;
    if (taken > 1) this.#taken.set(network, taken - 1);
    else this.#taken.delete(network);
  }
}

/** Who counts as one: an IPv4 address, or an IPv6 /64, of which a single household has 2^64 addresses. */
export function networkOf(ip: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = [], tail = []] = ip.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const groups = [...head, ...(ip.includes("::") ? zeros : []), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
