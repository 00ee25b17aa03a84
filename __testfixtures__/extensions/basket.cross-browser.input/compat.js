// One name for the extension API in both browsers.
globalThis.ext = typeof browser === "undefined" ? chrome : browser;
