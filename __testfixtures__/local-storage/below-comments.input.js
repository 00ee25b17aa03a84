/*
 * License
 */
'use strict';

// Says what is kept.
function show() {
  console.log(localStorage.mode);
}

chrome.tabs.onRemoved.addListener(show);
chrome.tabs.onCreated.addListener(() => { localStorage.mode = 'a'; });
