/*
 * License
 */
'use strict';

let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

// Says what is kept.
async function show() {
  await storedLoaded;
  console.log(stored.mode);
}

chrome.tabs.onRemoved.addListener(show);
chrome.tabs.onCreated.addListener(async () => {
  await storedLoaded;
  stored.mode = 'a';
  chrome.storage.local.set({ stored });
});
