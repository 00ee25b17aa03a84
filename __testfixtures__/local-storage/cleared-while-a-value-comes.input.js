chrome.tabs.onCreated.addListener(async (tab) => {
  localStorage.setItem('title', await titleOf(tab.id));
});
chrome.tabs.onRemoved.addListener(() => {
  localStorage.clear();
});

async function titleOf(id) {
  return (await chrome.tabs.get(id)).title;
}
