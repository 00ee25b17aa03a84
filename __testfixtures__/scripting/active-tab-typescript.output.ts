chrome.browserAction.onClicked.addListener((tab: chrome.tabs.Tab) => {
  chrome.scripting.executeScript({ target: { tabId: tab.id! }, files: ['content.js'] });
});

async function mark(word: string): Promise<void> {
  await browser.tabs.executeScript({ code: `mark("${word}")` });
}

chrome.runtime.onMessage.addListener((message: { word: string }) => void mark(message.word));
