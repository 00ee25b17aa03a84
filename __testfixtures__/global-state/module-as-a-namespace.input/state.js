export const open = [];
export const titles = {};
