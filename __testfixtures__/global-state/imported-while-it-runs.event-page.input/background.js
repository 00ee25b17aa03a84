chrome.tabs.onCreated.addListener(() => import('./counting.js').then(({ add }) => add()));
chrome.browserAction.onClicked.addListener(() => import('./counting.js').then(({ show }) => show()));
