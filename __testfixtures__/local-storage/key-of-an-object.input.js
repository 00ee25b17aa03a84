chrome.tabs.onRemoved.addListener(() => console.log(localStorage.constructor.name, localStorage.toString));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
