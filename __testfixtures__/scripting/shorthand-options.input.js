function inject(tabId, file, allFrames) {
  chrome.tabs.executeScript(tabId, { file, allFrames });
}

function style(tabId, css, code) {
  chrome.tabs.insertCSS(tabId, { code: css });
  chrome.tabs.insertCSS(tabId, { code });
}

chrome.runtime.onMessage.addListener(({ file, css }, { tab }) => {
  inject(tab.id, file, true);
  style(tab.id, css, css);
});
