const isObject = (value) => typeof value === 'object' && value !== null;

class Injector {
  inject(tabId, file, frameId) {
    if (isObject(chrome.tabs) && typeof chrome.tabs.executeScript === 'function') {
      return this.injectOld(tabId, file, frameId);
    } else if (isObject(chrome.scripting) && typeof chrome.scripting.executeScript === 'function') {
      return this.injectNew(tabId, file, frameId);
    }
    return Promise.reject(new Error('No way to inject'));
  }

  injectOld(tabId, file, frameId) {
    return new Promise((resolve) => {
      const details = { file, frameId };
      chrome.tabs.executeScript(tabId, details, (results) => resolve(results[0]));
    });
  }

  injectNew(tabId, file, frameId) {
    return new Promise((resolve) => {
      chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] }, ([{ result }]) => resolve(result));
    });
  }
}

chrome.action?.onClicked.addListener((tab) => {
  new Injector().inject(tab.id, 'content.js', 0);
});
