chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
  if (localStorage.debug) console.log(localStorage.mode);
});
