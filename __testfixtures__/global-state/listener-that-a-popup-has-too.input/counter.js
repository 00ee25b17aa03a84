chrome.runtime.onMessage.addListener((message) => {
  if (typeof opened === 'number' && message.open) opened++;
  else console.log(message);
});
