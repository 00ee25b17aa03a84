// Until version 2 this ran in background.html.
chrome.runtime.onConnect.addListener((port) => {
  const own = chrome.runtime.getURL('background.html');
  if (port.sender.url === own || port.sender.url.startsWith(`${own}?`)) port.disconnect();
});
