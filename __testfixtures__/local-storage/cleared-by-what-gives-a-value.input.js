function reset() {
  localStorage.clear();
  return Date.now();
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.since = reset();
});
