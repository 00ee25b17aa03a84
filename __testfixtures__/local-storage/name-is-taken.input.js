const stored = ['a', 'b'];
chrome.tabs.onCreated.addListener((storedItems) => {
  localStorage.mode = stored[0] + storedItems.id;
});
chrome.tabs.onRemoved.addListener(() => console.log(localStorage.mode));
