let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
});

export function opened() {
  return count;
}
