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
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      if (window.ready) return 'yes'; else return 'no';
    }
  }, ([{ result: answer }]) => console.log(answer));
  chrome.tabs.executeScript(tab.id, { code: 'document.title; var done = true' }, (r) => console.log(r[0]));
});
