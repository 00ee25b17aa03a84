chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reset') delete localStorage.installed;
});
