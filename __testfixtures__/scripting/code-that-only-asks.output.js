function canInject(tabId, yes, no) {
  chrome.scripting.executeScript({
    target: { tabId },
    func: () => {}
  }, () => (chrome.runtime.lastError ? no() : yes()));
  chrome.scripting.executeScript({
    target: { tabId },
    func: () => {},
    injectImmediately: true
  }, () => (chrome.runtime.lastError ? no() : yes()));
  chrome.scripting.executeScript({
    target: { tabId },
    func: () => !!window.ready
  }, ([{ result: ready }]) => (ready ? yes() : no()));
}

chrome.tabs.onActivated.addListener(({ tabId }) => canInject(tabId, () => {}, () => {}));
