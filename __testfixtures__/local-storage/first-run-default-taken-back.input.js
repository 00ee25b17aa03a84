localStorage.theme = localStorage.theme || 'dark';
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'plain') localStorage.removeItem('theme');
  else console.log(localStorage.theme);
});
