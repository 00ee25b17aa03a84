let count = 0;

chrome.tabs.onRemoved.addListener(() => {
  count++;
});

export function closed() {
  return count;
}
