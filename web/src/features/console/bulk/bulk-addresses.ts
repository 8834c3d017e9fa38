const TOP = "/console/bulk";

export const ALL_RUNS = TOP;
export const NEW_RUN = `${TOP}/new`;
export const CHANGE_MANY = `${TOP}/change`;

export const runAddress = (id: string): string => `${TOP}/runs/${encodeURIComponent(id)}`;
