async function run(tabId, options) {
  await chrome.scripting.executeScript({
    target: { tabId, frameIds: [options.frameId ?? 0] },
    files: ['run.js']
  });
  if (options.frameId) {
    await chrome.scripting.insertCSS({
      target: { tabId, frameIds: [options.frameId] },
      files: ['frame.css']
    });
  }
}

chrome.contextMenus.onClicked.addListener((info, tab) => {
  run(tab.id, {});
  chrome.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [info.frameId ?? 0] },
    files: ['menu.js']
  });
});

chrome.runtime.onMessage.addListener((message, sender) => {
  chrome.scripting.executeScript({
    target: { tabId: sender.tab.id, frameIds: [message.top ? 0 : sender.frameId] },
    files: ['message.js']
  });
});

async function canRun(tabId, frameId = 0) {
  await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['test.js'] });
}
