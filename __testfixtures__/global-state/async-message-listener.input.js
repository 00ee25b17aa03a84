let n = 0;
chrome.runtime.onMessage.addListener(async (message) => {
  if (message === 'add') n++;
  return n;
});
