const slow = /Firefox/.test(navigator.userAgent);

function wait(delay) {
  return new Promise((resolve) => setTimeout(resolve, delay));
}

function later(delay, task) {
  setTimeout(task, delay);
}

function poll() {
  setTimeout(poll, 1000 + 500 * Math.random());
}
poll();

const delays = [100, later];
setInterval(() => chrome.action.setBadgeText({ text: '' }), slow ? 1000 : 500);
setInterval(() => chrome.action.setBadgeText({ text: '' }), Math.max(1000, delays.length));

chrome.tabs.onUpdated.addListener(async (tabId, { status }) => {
  await wait(slow ? 40000 : 500);
  setTimeout(() => chrome.tabs.reload(tabId), 60000 + 5000 * Math.random());
  setTimeout(() => chrome.tabs.reload(tabId), 500 + status.length);
  setTimeout(() => chrome.tabs.reload(tabId), 500 - status.length);
  later(100, () => chrome.tabs.reload(tabId));
});
