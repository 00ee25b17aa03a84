globalThis.browser ??= chrome;
