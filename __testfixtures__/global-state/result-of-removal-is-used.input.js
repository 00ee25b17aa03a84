const waiting = new Set();

chrome.tabs.onCreated.addListener(({ id }) => waiting.add(id));
chrome.tabs.onRemoved.addListener((id) => {
  const has = [id].filter((one) => waiting.delete(one));
  console.log(has.length);
});
