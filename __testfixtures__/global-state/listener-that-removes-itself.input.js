let seen = 0;
function once() {
  seen++;
  if (seen > 2) chrome.tabs.onCreated.removeListener(once);
}
chrome.tabs.onCreated.addListener(once);
