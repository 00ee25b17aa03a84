chrome.tabs.onCreated.addListener(() => {
  if ('mode' in localStorage) delete localStorage.mode;
  else localStorage.mode = 'x';
});
