/** Where signing in leads: only ever a page of the console, whatever the address bar says. */
export function destinationOf(search: string): string {
  const to = new URLSearchParams(search).get("to") ?? "";
  return /^\/console(?:[/?]|$)/.test(to) ? to : "/console";
}
