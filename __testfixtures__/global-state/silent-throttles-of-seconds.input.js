function throttle(fn, ms) {
  let last = 0;
  let timer = null;
  return function (...args) {
    const now = Date.now();
    if (now - last >= ms) {
      last = now;
      fn.apply(this, args);
    } else {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = Date.now();
        fn.apply(this, args);
      }, ms - (now - last));
    }
  };
}

function rateLimit(max, per) {
  let used = 0;
  let windowStart = 0;
  return () => {
    if (Date.now() - windowStart > per) {
      windowStart = Date.now();
      used = 0;
    }
    return ++used <= max;
  };
}

const show = throttle((tab) => chrome.action.setTitle({ title: tab.url }), 1000);
const save = throttle((tab) => chrome.storage.local.set({ last: tab.url }), 5 * 1000);
const isAllowed = rateLimit(5, 10000);
const isFew = rateLimit(2, 3000);

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  show(tab);
  save(tab);
});
chrome.bookmarks.onCreated.addListener((id, node) => {
  if (isAllowed() && isFew()) chrome.storage.local.set({ [id]: node.title });
});

const isRare = (function (per) {
  let last = 0;
  return () => {
    if (Date.now() - last < per) return false;
    last = Date.now();
    return true;
  };
})(2000);
chrome.tabs.onCreated.addListener(() => {
  if (isRare()) chrome.action.setBadgeText({ text: '+' });
});
