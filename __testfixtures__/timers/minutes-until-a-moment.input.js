chrome.runtime.onMessage.addListener((message) => {
  const left = message.endMinute - new Date().getMinutes();
  setTimeout(() => chrome.tabs.create({ url: 'end.html' }), left * 60000);
  setTimeout(() => chrome.tabs.create({ url: 'day.html' }), Math.ceil((message.day - Date.now()) / 60000) * 60 * 1000);
});
