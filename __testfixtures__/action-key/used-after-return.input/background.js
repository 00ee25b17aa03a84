function show(count) {
  if (!chrome.action) return;
  chrome.action.setBadgeText({ text: String(count) });
}

chrome.runtime.onMessage.addListener(show);
