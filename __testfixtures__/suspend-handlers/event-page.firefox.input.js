browser.runtime.onSuspend.addListener(() => browser.storage.local.set({ ended: Date.now() }));
window.addEventListener('unload', () => browser.browserAction.setBadgeText({ text: '' }));
