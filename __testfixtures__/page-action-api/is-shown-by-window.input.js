function shown(details) {
  return browser.pageAction.isShown(details);
}
shown({});
