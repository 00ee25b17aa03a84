chrome.tabs.onRemoved.addListener((id) => {
  try {
    localStorage.setItem('last', id);
  } catch (error) {
    localStorage.clear();
  }
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
