localStorage.theme = localStorage.sort || 'dark';
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'plain') localStorage.sort = 'a';
  else console.log(localStorage.theme);
});
