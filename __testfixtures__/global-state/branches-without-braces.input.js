let paused = false;

chrome.runtime.onMessage.addListener((message) => {
  if (paused) paused = false; else paused = true;
});

chrome.runtime.onMessageExternal.addListener((message) => {
  if (message === 'resume')
    paused = false;
});

chrome.tabs.onCreated.addListener((tab) => {
  if (!paused) console.log(tab.id);
});
