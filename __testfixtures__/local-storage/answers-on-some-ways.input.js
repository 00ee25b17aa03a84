chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'get') sendResponse(localStorage.getItem('mode'));
  localStorage.setItem('mode', message.mode);
});
