let mode = 'day';

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'night') mode = 'night';
  else if (message === 'day') mode = 'day'
});

browser.tabs.onCreated.addListener(() => {
  console.log(mode);
});
