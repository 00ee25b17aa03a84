chrome.action.onClicked.addListener(async (tab) => {
  await chrome.scripting.insertCSS({ target: { tabId: tab.id }, css: 'body { color: red }' });
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title });
  console.log(result);
});
