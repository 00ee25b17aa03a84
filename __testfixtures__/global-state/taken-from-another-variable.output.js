let shown = { url: '' };
const back = [];
const stateRestored = chrome.storage.session.get({ shown, back }).then((saved) => {
  shown = saved.shown;
  back.push(...saved.back);
}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const { url } = await chrome.tabs.get(tabId);
  await stateRestored;
  back.push({ url: shown.url });
  shown.url = url;
  chrome.storage.session.set({ shown, back });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  const last = back.pop();
  chrome.storage.session.set({ back });
  if (last) {
    shown.url = last.url;
    chrome.storage.session.set({ shown });
  }
});
