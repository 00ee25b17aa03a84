chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'if (window.ready) "yes"; else "no";' }, ([answer]) => console.log(answer));
});
