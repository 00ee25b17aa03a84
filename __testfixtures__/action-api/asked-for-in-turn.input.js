function showIcons(path) {
  return Promise.all([
    browser.action?.setIcon({ path }),
    browser.browserAction?.setIcon({ path }),
  ]);
}
browser.runtime.onStartup.addListener(() => showIcons('icon.png'));
