chrome.tabs.onRemoved.addListener(() => {
  const { mode } = localStorage;
  console.log(mode);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
