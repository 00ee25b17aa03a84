chrome.tabs.onRemoved.addListener(() => {
  console.log(localStorage.mode); // mv3-codemod-ignore local-storage
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
