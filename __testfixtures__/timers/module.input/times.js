export const HOURS = 60 * 60 * 1000;
