function onFocused(windowId) {
  if (windowId === chrome.windows.WINDOW_ID_NONE) return;
  chrome.storage.local.set({ focused: windowId });
}

(function () {
  function enable() {
    chrome.windows.onFocusChanged.addListener(onFocused);
  }

  function disable() {
    chrome.windows.onFocusChanged.removeListener(onFocused);
    onFocused(0);
  }

  function apply() {
    chrome.storage.local.get({ follow: false }, (items) => {
      if (items.follow) enable();
      else disable();
    });
  }

  chrome.storage.onChanged.addListener((changes) => {
    if (changes.follow) apply();
  });
  apply();
})();
