import { isOurs } from './urls.js';

export function watch() {
  chrome.tabs.onUpdated.addListener((id, change) => {
    if (change.url && isOurs(change.url)) chrome.tabs.sendMessage(id, 'changed');
  });
}

/** Waits for one tab only. */
export function loaded(id, done) {
  chrome.tabs.onRemoved.addListener(function listener(removed) {
    if (removed !== id) return;
    chrome.tabs.onRemoved.removeListener(listener);
    done();
  });
}
