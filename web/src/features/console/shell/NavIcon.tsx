const PATHS = {
  calendar:
    "M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5v-8ZM4 8.5h12M7 3.5V6M13 3.5V6",
  requests:
    "M3.5 11.5 5.6 5.3A1.2 1.2 0 0 1 6.7 4.5h6.6a1.2 1.2 0 0 1 1.1.8l2.1 6.2v3a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5v-3ZM3.5 11.5h3.4l.9 1.6h4.4l.9-1.6h3.4",
  waitlist:
    "M5.5 3.5h9M5.5 16.5h9M6.5 3.5c0 3.5 2 4.6 3.5 6.5 1.5-1.9 3.5-3 3.5-6.5M6.5 16.5c0-3.5 2-4.6 3.5-6.5 1.5 1.9 3.5 3 3.5 6.5",
  series: "M4 9.5A4 4 0 0 1 8 5.5h8M13.5 3 16 5.5 13.5 8M16 10.5a4 4 0 0 1-4 4H4M6.5 17 4 14.5 6.5 12",
  sessionTypes: "M10 3.5 16.5 7 10 10.5 3.5 7 10 3.5ZM4 10.2l6 3.3 6-3.3M4 13.3l6 3.3 6-3.3",
  programs:
    "M5 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM5 11.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM5 16.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM5 6.5v2M5 11.5v2M9.5 5h7M9.5 10h7M9.5 15h4.5",
  bulk: "M7.5 3.5h8A1.5 1.5 0 0 1 17 5v8M4.5 6.5h8A1.5 1.5 0 0 1 14 8v7a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 3 15V8a1.5 1.5 0 0 1 1.5-1.5ZM6 11.5l2 2 3-3.5",
  hours: "M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  links:
    "M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l1-1",
  clients:
    "M7.8 9.8a2.7 2.7 0 1 0 0-5.3 2.7 2.7 0 0 0 0 5.3ZM2.8 15.8c.5-2.3 2.4-3.5 5-3.5s4.5 1.2 5 3.5M12.8 4.7a2.6 2.6 0 0 1 0 4.9M14.6 12.6c1.4.5 2.3 1.6 2.7 3.2",
  settings:
    "M3.5 6.5h6M14.5 6.5h2M12 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3.5 13.5h2M10.5 13.5h6M8 15.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  keys: "M3.5 6.5A1.5 1.5 0 0 1 5 5h10a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 15 15H5a1.5 1.5 0 0 1-1.5-1.5v-7ZM6.5 8.2h.01M10 8.2h.01M13.5 8.2h.01M7.5 11.8h5",
  signOut: "M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8M12.5 6.5 16 10l-3.5 3.5M16 10H8",
  more: "M5 10h.01M10 10h.01M15 10h.01",
} as const;

export type NavIconName = keyof typeof PATHS;

/** The marks of the console's own places, in the hand of ui/Icon. */
export function NavIcon({ name }: { readonly name: NavIconName }) {
  return (
    <svg viewBox="0 0 20 20" width="1.25rem" height="1.25rem" aria-hidden="true" style={{ flex: "none" }}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === "more" ? "2.5" : "1.5"}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
