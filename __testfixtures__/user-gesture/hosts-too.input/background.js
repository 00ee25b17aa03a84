chrome.action.onClicked.addListener(async (tab) => {
  const words = await (await fetch(chrome.runtime.getURL('words.json'))).json();
  await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: console.log, args: [words] });
});

chrome.commands.onCommand.addListener(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.scripting.insertCSS({ target: { tabId: tab.id }, css: 'mark { background: yellow }' });
});
