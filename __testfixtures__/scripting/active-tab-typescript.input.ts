chrome.browserAction.onClicked.addListener((tab: chrome.tabs.Tab) => {
  chrome.tabs.executeScript({ file: 'content.js' });
});

async function mark(word: string): Promise<void> {
  await browser.tabs.executeScript({ code: `mark("${word}")` });
}

chrome.runtime.onMessage.addListener((message: { word: string }) => void mark(message.word));
