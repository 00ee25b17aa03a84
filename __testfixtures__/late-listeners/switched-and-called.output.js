function onFocused(windowId) {
  if (windowId === chrome.windows.WINDOW_ID_NONE) return;
  chrome.storage.local.set({ focused: windowId });
}

(function () {
  function enable() {
    listensToWindowsFocusChanged = true;
  }

  function disable() {
    listensToWindowsFocusChanged = false;
    onFocused(0);
  }

  function apply() {
    return chrome.storage.local.get({ follow: false }).then((items) => {
      if (items.follow) enable();
      else disable();
    });
  }

  let listensToWindowsFocusChanged = false;
  chrome.windows.onFocusChanged.addListener(async (windowId) => {
    await startUpDone;
    if (listensToWindowsFocusChanged) onFocused(windowId);
  });

  chrome.storage.onChanged.addListener(async (changes) => {
    await startUpDone;
    if (changes.follow) apply();
  });
  const startUpDone = apply().catch(console.error);
})();
