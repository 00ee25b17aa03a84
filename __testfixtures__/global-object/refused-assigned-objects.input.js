const handlers = { start() {}, open() {} };
Object.assign(window, handlers);
Object.assign(window, { start() {}, stop() {} });
Object.assign(window, chrome.runtime.getManifest());
Object.assign(window, { ...handlers });
Object.defineProperty(window, 'name', { value: 'a' });
Object.defineProperty(window, handlers.key, { value: 'a' });
