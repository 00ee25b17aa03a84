var currentId = -1;
var stateRestored = chrome.storage.session.get({ currentId: currentId, hasStarted: false }).then(function(saved) {
  currentId = saved.currentId;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

function show() {
  chrome.tabs.detectLanguage(null, function(language) {
    chrome.browserAction.setBadgeText({ text: String(language), tabId: currentId });
  });
}

chrome.tabs.onUpdated.addListener(async function(tabId, change) {
  await stateRestored;
  if (change.status == 'complete' && tabId == currentId) show();
});

chrome.tabs.onActivated.addListener(async function(info) {
  await stateRestored;
  currentId = info.tabId;
  chrome.storage.session.set({ currentId: currentId });
  show();
});

// The tab that the browser starts with.
stateRestored.then(function(hasStarted) {
  if (hasStarted) return;
  chrome.tabs.query({ active: true, currentWindow: true }, function(tabs) {
    for (var i = 0; i < tabs.length; i++) currentId = tabs[i].id;
    chrome.storage.session.set({ currentId: currentId });
    show();
  });
});
