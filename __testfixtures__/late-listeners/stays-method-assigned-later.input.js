const tracker = {
  onUpdated(id) {
    console.log(id);
  },
};

let other = { onRemoved() {} };

chrome.storage.local.get('verbose', ({ verbose }) => {
  if (verbose) tracker.onUpdated = (id, change) => console.log(id, change);
  chrome.tabs.onUpdated.addListener(tracker.onUpdated);
  chrome.tabs.onRemoved.addListener(other.onRemoved);
});

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'quiet') other = { onRemoved: null };
});
