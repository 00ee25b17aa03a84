let n = 0;
const stateRestored = true;
const saved = 'x';
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n, stateRestored, saved);
});
