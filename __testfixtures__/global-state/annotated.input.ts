interface Entry { url: string; hits: number }

const entries: Map<number, Entry> = new Map();
let last: number | undefined;

chrome.tabs.onUpdated.addListener((tabId: number, info, tab): void => {
  if (!info.url) return;
  entries.set(tabId, { url: info.url, hits: 1 });
  last = tabId;
});

chrome.tabs.onRemoved.addListener((tabId: number): void => {
  entries.delete(tabId);
  if (last === tabId) last = undefined;
});

chrome.runtime.onMessage.addListener((message: { type: string }, sender, sendResponse: (value: unknown) => void): boolean | undefined => {
  if (message.type === 'last') {
    sendResponse(last === undefined ? null : last);
  }
  return undefined;
});
