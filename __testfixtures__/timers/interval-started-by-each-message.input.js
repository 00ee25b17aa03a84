let timer;

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'start') timer = setInterval(() => chrome.tabs.create({}), 60000);
  if (message === 'stop') clearInterval(timer);
});
