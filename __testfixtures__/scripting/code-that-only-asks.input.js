function canInject(tabId, yes, no) {
  chrome.tabs.executeScript(tabId, { code: '' }, () => (chrome.runtime.lastError ? no() : yes()));
  chrome.tabs.executeScript(tabId, { code: 'true', runAt: 'document_start' }, () => (chrome.runtime.lastError ? no() : yes()));
  chrome.tabs.executeScript(tabId, { code: '!!window.ready' }, ([ready]) => (ready ? yes() : no()));
}

chrome.tabs.onActivated.addListener(({ tabId }) => canInject(tabId, () => {}, () => {}));
