const list = new Set();
chrome.tabs.onCreated.addListener(({ id }) => list.add(id));
chrome.tabs.onRemoved.addListener((id) => {
  if (list.has(id)) {
    list.delete(id);
    console.log(list.size);
  }
});
