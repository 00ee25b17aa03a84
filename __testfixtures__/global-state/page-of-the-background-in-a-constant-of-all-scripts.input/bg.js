const PAGE = 'background.html';

chrome.runtime.onConnect.addListener((port) => {
  if (port.sender.url.endsWith(PAGE)) port.disconnect();
});
