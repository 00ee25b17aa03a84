chrome.windows.onCreated.addListener((window) => {
  if (window.incognito) {
    chrome.theme.update(window.id, { colors: { frame: 'black' } });
    chrome.theme.getCurrent();
  } else {
    chrome.theme.reset(window.id);
  }
});
