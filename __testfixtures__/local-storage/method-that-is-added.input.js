Storage.prototype.setObject = function(key, value) {
  this.setItem(key, JSON.stringify(value));
};
chrome.tabs.onRemoved.addListener((id) => localStorage.setObject('last', { id }));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
