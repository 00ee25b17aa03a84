const root = typeof window !== 'undefined' ? window : global;
root.count = 1;

function rootOf() {
  if (typeof window !== 'undefined') return window;
  return global;
}
chrome.tabs.onCreated.addListener(() => {
  rootOf().count++;
});
