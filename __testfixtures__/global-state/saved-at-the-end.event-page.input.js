let visits = 0;
let saved = 0;

chrome.tabs.onCreated.addListener(() => {
  visits += 1;
});

chrome.runtime.onSuspend.addListener(() => {
  saved = visits;
  chrome.storage.local.set({ visits: saved });
});
