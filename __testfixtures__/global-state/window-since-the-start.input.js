const started = Date.now();

function once(ms) {
  let last = 0;
  return () => {
    if (started - last < ms) return false;
    last = started;
    return true;
  };
}

const isFirst = once(1000);
const isEarly = once(2000);
chrome.tabs.onCreated.addListener(() => {
  if (isFirst() && isEarly()) chrome.action.setBadgeText({ text: '1' });
});
