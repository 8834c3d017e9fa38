/** What the visitor writes about herself. */
export type Details = { name: string; email: string; phone: string; note: string };
export type DetailErrors = Partial<Record<keyof Details, string>>;

export const emptyDetails: Details = { name: "", email: "", phone: "", note: "" };

/** What can be said before asking the server, which has the last word. */
export function checkDetails({ name, email }: Details): DetailErrors {
  return {
    ...(!name.trim() && { name: "Enter your name." }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && {
      email: email.trim()
        ? "This is not an e-mail address. One looks like ada@example.org."
        : "Enter your e-mail address.",
    }),
  };
}

/** The field on this page behind the path of a refused input, such as "client.email"; null when it is none of these. */
export function fieldOf(path: string): keyof Details | null {
  const name = path.split(".").at(-1);
  return name === "name" || name === "email" || name === "phone" || name === "note" ? name : null;
}
