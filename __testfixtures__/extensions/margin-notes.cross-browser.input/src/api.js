// One name for both browsers. Chrome's functions take callbacks only.
export const api = typeof browser === 'undefined' ? chrome : browser;

const area = chrome.storage.local;

export const load = (defaults) => new Promise((resolve) => area.get(defaults, resolve));
export const save = (items) => new Promise((resolve) => area.set(items, resolve));
