chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id, allFrames: true },
    files: ['highlight.js']
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.title
  }, ([{ result: title }]) => {
    console.log(title);
  });
});
