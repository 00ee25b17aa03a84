const TASKS = ['water the plants', 'call home', 'read'];

chrome.storage.local.get({ done: [] }, ({ done }) => show(done));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.local.get({ done: [] }, ({ done }) => {
    if (message.done !== undefined) done.push(message.done);
    chrome.storage.local.set({ done }, () => {
      show(done);
      sendResponse(left(done));
    });
  });
  return true;
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.storage.local.set({ done: [] }, () => show([]));
});

function left(done) {
  return TASKS.filter((task) => !done.includes(task));
}

function show(done) {
  chrome.browserAction.setBadgeText({ text: String(left(done).length) });
}
