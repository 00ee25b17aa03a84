/* webextension-polyfill */
globalThis.browser = globalThis.browser || wrap(chrome);
