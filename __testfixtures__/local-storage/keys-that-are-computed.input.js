chrome.tabs.onUpdated.addListener((id, change, tab) => {
  const key = 'title-' + id;
  if (localStorage[key] !== tab.title) {
    localStorage.setItem(key, tab.title);
    localStorage[`${key}-time`] = Date.now();
  }
});
chrome.tabs.onRemoved.addListener((id) => {
  localStorage.removeItem('title-' + id);
});
