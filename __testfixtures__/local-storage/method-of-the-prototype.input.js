chrome.tabs.onRemoved.addListener(() => console.log(Object.prototype.hasOwnProperty.call(localStorage, 'mode')));
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
