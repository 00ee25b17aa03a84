function inject(tabId, file, allFrames) {
  chrome.scripting.executeScript({
    target: { tabId, allFrames },
    files: [file]
  });
}

function style(tabId, css, code) {
  chrome.scripting.insertCSS({ target: { tabId }, css });
  chrome.scripting.insertCSS({ target: { tabId }, css: code });
}

chrome.runtime.onMessage.addListener(({ file, css }, { tab }) => {
  inject(tab.id, file, true);
  style(tab.id, css, css);
});
