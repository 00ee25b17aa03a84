export const build = (name: string) => document.createElement(name);
