interface Entry { url: string; hits: number }

const entries: Map<number, Entry> = new Map();
let last: number | undefined;
const stateRestored = chrome.storage.session.get({ last: { value: last } }).then((saved: Record<string, any>) => {
  last = saved.last.value;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId: number, info, tab): Promise<void> => {
  if (!info.url) return;
  entries.set(tabId, { url: info.url, hits: 1 });
  await stateRestored;
  last = tabId;
  chrome.storage.session.set({ last: { value: last } });
});

chrome.tabs.onRemoved.addListener(async (tabId: number): Promise<void> => {
  entries.delete(tabId);
  await stateRestored;
  if (last === tabId) {
    last = undefined;
    chrome.storage.session.set({ last: { value: last } });
  }
});

chrome.runtime.onMessage.addListener((message: { type: string }, sender, sendResponse: (value: unknown) => void): boolean | undefined => {
  if (message.type === 'last') {
    stateRestored.then(() => {
      sendResponse(last === undefined ? null : last);
    });
    return true;
  }
  return undefined;
});
