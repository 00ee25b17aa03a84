globalThis.api = globalThis.browser ?? globalThis.chrome;
