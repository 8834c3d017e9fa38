const TOP = "/console/programs";

export const ALL_PROGRAMS = TOP;
export const NEW_PROGRAM = `${TOP}/new`;
export const SHARE = `${TOP}/share`;
export const BOOKED_PROGRAMS = `${TOP}/booked`;

export const programAddress = (id: string): string => `${TOP}/${encodeURIComponent(id)}`;
export const bookAddress = (id: string, client: string | null = null): string =>
  `${programAddress(id)}/book${client === null ? "" : `?client=${encodeURIComponent(client)}`}`;
export const bookedAddress = (id: string): string => `${BOOKED_PROGRAMS}/${encodeURIComponent(id)}`;
