function injectOld(tabId, files) {
  for (const file of files) {
    chrome.scripting.executeScript({ target: { tabId }, files: [file] });
  }
}

function inject(tabId) {
  if (chrome.tabs.executeScript) {
    injectOld(tabId, ['content.js']);
  } else {
    chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
  }
}

chrome.runtime.onMessage.addListener((message, sender) => {
  inject(sender.tab.id);
  injectOld(sender.tab.id, message.files);
});
