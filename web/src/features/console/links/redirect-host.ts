/** The host of an address that is well-formed and not allowed yet; null where there is nothing to allow. */
export function hostToAllow(address: string, allowed: readonly string[]): string | null {
  const url = URL.parse(address.trim());
  if (url?.protocol !== "https:" || !url.hostname.includes(".")) return null;
  return allowed.includes(url.hostname) ? null : url.hostname;
}
