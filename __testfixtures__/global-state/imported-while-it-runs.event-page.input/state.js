export const state = { last: 0 };
