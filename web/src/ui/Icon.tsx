const paths = {
  check: "M4 10.5 8 14.5 16 6",
  chevronLeft: "M12 4.5 6.5 10l5.5 5.5",
  chevronRight: "M8 4.5 13.5 10 8 15.5",
  chevronDown: "M5 7.5 10 12.5 15 7.5",
  arrowRight: "M4 10h12M11 5l5 5-5 5",
  clock: "M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  globe:
    "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM3.2 10h13.6M10 3c2 2 2.8 4.3 2.8 7S12 15 10 17c-2-2-2.8-4.3-2.8-7S8 5 10 3Z",
  video:
    "M3.5 6.5A1.5 1.5 0 0 1 5 5h6a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 11 15H5a1.5 1.5 0 0 1-1.5-1.5v-7ZM12.5 9l4-2.5v7l-4-2.5",
  phone:
    "M5 3.5h2.3l1.2 3.3-1.6 1.3a9 9 0 0 0 5 5l1.3-1.6 3.3 1.2V15a1.5 1.5 0 0 1-1.6 1.5C8.7 16.2 3.8 11.3 3.5 5.1A1.5 1.5 0 0 1 5 3.5Z",
  pin: "M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9ZM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  calendar:
    "M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5v-8ZM4 8.5h12M7 3.5V6M13 3.5V6",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  search: "M12.8 12.8 16.5 16.5M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0Z",
  plus: "M10 4.5v11M4.5 10h11",
  info: "M10 9.2v4.3M10 6.5v.1M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  alert: "M10 7.5v3.5M10 13.4v.1M10 3.5 17.3 16H2.7L10 3.5Z",
  copy: "M7.5 7.5v-2A1.5 1.5 0 0 1 9 4h5.5A1.5 1.5 0 0 1 16 5.5V11a1.5 1.5 0 0 1-1.5 1.5h-2M4 9a1.5 1.5 0 0 1 1.5-1.5H11A1.5 1.5 0 0 1 12.5 9v5.5A1.5 1.5 0 0 1 11 16H5.5A1.5 1.5 0 0 1 4 14.5V9Z",
  trash: "M4.5 6h11M8 6V4.5h4V6M6 6l.6 10h6.8L14 6M8.8 9v4M11.2 9v4",
  undo: "M7.5 4.5 4 8l3.5 3.5M4 8h8.2a3.9 3.9 0 0 1 0 7.8H9",
  redo: "M12.5 4.5 16 8l-3.5 3.5M16 8H7.8a3.9 3.9 0 0 0 0 7.8H11",
  more: "M5 9.7a.3.3 0 1 0 .01 0M10 9.7a.3.3 0 1 0 .01 0M15 9.7a.3.3 0 1 0 .01 0",
  plane: "M17 3.2 3.2 9l4.6 2.2L10 16.8 17 3.2ZM17 3.2 7.8 11.2",
  flag: "M5 17V3.5M5 4.2c2-.9 3.6-.7 5.2.1 1.6.8 3 .9 4.8.2v7c-1.8.7-3.2.6-4.8-.2C8.6 10.5 7 10.3 5 11.2",
  repeat: "M4 9.5A4 4 0 0 1 8 5.5h8M13.5 3 16 5.5 13.5 8M16 10.5a4 4 0 0 1-4 4H4M6.5 17 4 14.5 6.5 12",
  user: "M10 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.5 16.5c.6-2.6 2.7-4 5.5-4s4.9 1.4 5.5 4",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a word: hidden from assistive technology. 1.25 em of the text it stands in. */
export function Icon({ name, size = "1.25em" }: { name: IconName; size?: string }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" style={{ flex: "none" }}>
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
