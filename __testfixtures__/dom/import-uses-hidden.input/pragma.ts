export const make = (name: string) => document.createElement(name);
