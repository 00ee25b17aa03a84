function save(store, value) {
  store.setItem('value', value);
}
chrome.tabs.onRemoved.addListener((id) => save(localStorage, id));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
