chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome['scripting']["executeScript"]({ target: { tabId }, files: ['a.js'] });
  window.chrome.scripting.insertCSS({ target: { tabId }, files: ['a.css'] });
});
