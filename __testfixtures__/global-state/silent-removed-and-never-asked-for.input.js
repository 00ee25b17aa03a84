const shown = new Set();
const titles = new Map();

chrome.tabs.onUpdated.addListener((id, { title }) => {
  shown.add(id);
  titles.set(id, title);
});
chrome.tabs.onRemoved.addListener((id) => shown.delete(id));
chrome.windows.onRemoved.addListener(() => {
  chrome.tabs.query({}, (tabs) => tabs.forEach(({ id }) => titles.delete(id)));
});
