chrome.tabs.onRemoved.addListener((id) => {
  const last = localStorage.last = id;
  console.log(last);
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
