function next(count) {
  return Number(count || 0) + 1;
}
chrome.tabs.onCreated.addListener(async (tab) => {
  const { title } = await chrome.tabs.get(tab.id);
  localStorage.title = title;
  localStorage.count = next(localStorage.count);
});
chrome.tabs.onRemoved.addListener(() => {
  localStorage.clear();
});
