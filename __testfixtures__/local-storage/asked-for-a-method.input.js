chrome.tabs.onCreated.addListener(() => {
  if ('getItem' in localStorage) localStorage.last = 'x';
});
