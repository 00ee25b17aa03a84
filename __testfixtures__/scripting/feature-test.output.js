chrome.browserAction.onClicked.addListener((tab) => {
  if (chrome.scripting.insertCSS) chrome.scripting.insertCSS({
    target: { tabId: tab.id },
    files: ['a.css']
  });
  chrome.scripting.removeCSS && chrome.scripting.removeCSS({
    target: { tabId: tab.id },
    files: ['b.css']
  });
});
