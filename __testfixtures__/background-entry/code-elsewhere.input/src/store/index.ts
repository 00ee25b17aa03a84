export const store = { tabs: 0 };
