chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.executeScript(tabId, { file: 'a.js' }, (titles: string[]) => console.log(titles[0]));
});
