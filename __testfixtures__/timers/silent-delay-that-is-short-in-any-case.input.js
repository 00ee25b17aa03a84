const slow = /Firefox/.test(navigator.userAgent);
let pause = 200;

function wait(delay) {
  return new Promise((resolve) => setTimeout(resolve, delay));
}

chrome.tabs.onUpdated.addListener(async (tabId) => {
  setTimeout(() => chrome.tabs.reload(tabId), slow ? 1000 : 0);
  setTimeout(() => chrome.tabs.reload(tabId), Math.ceil(100 * Math.random()));
  setTimeout(() => chrome.tabs.reload(tabId), Math.min(tabId * 1000, 5000));
  setTimeout(() => chrome.tabs.reload(tabId), pause);
  await wait(50);
  await wait(slow ? 2000 : 500);
});

chrome.tabs.onCreated.addListener(() => {
  pause = 400;
});
