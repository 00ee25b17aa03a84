let n = 0;
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'add') {
    n++;
    return Promise.resolve(n);
  }
});
