if (!globalThis.browser) {
  const native = globalThis.chrome;
  globalThis.__defineGetter__('browser', () => ({
    browserAction: { setBadgeText: (details) => native.action.setBadgeText(details) },
    runtime: {
      getManifest: () => native.runtime.getManifest(),
      onInstalled: native.runtime.onInstalled
    },
    tabs: native.tabs
  }));
}
