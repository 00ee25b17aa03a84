const seen = new Set();
chrome.runtime.onMessage.addListener((message) => seen.delete(message.id));
chrome.tabs.onCreated.addListener(({ id }) => {
  seen.add(id);
});
chrome.action.onClicked.addListener(() => console.log([...seen]));
