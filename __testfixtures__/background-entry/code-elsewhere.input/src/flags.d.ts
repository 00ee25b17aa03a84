export const flags: Record<string, boolean>;
