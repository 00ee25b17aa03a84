chrome.browserAction.onClicked.addListener(async (tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      const n = document.images.length;
      return n * 2;
    }
  }, ([{ result: n }]) => console.log(n));
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      const n = 1;
      track(n);
    }
  }, () => console.log('done'));
  chrome.tabs.executeScript(tab.id, { code: 'if (window.ready) "yes"; else "no";' }, ([answer]) => console.log(answer));
  chrome.tabs.executeScript(tab.id, { code: 'document.title; var done = true' }, (r) => console.log(r[0]));
});
