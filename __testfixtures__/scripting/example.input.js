chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { file: 'highlight.js', allFrames: true });
  chrome.tabs.executeScript({ code: 'document.title' }, ([title]) => {
    console.log(title);
  });
});
