let current;
const seen = [];

function note(entry) {
  seen.push(entry);
}

chrome.runtime.onMessage.addListener((message) => {
  current = message;
});
chrome.tabs.onActivated.addListener(() => {
  if (!current) return;
  note(current.entry);
  current.entry.count = seen.length;
});
