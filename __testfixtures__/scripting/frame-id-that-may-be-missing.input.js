async function run(tabId, options) {
  await chrome.tabs.executeScript(tabId, { file: 'run.js', frameId: options.frameId });
  if (options.frameId) {
    await chrome.tabs.insertCSS(tabId, { file: 'frame.css', frameId: options.frameId });
  }
}

chrome.contextMenus.onClicked.addListener((info, tab) => {
  run(tab.id, {});
  chrome.tabs.executeScript(tab.id, { file: 'menu.js', frameId: info.frameId });
});

chrome.runtime.onMessage.addListener((message, sender) => {
  chrome.tabs.executeScript(sender.tab.id, { file: 'message.js', frameId: message.top ? 0 : sender.frameId });
});

async function canRun(tabId, frameId = 0) {
  await chrome.tabs.executeScript(tabId, { file: 'test.js', frameId });
}
