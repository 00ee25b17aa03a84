chrome.alarms.create('refresh', { periodInMinutes: 30, persistAcrossSessions: true });

chrome.webRequest.onHeadersReceived.addListener(({ responseHeaders }) => console.log(responseHeaders), { urls: ['https://example.com/*'] }, ['responseHeaders', 'extraHeaders']);

chrome.runtime.onMessage.addListener((message) => {
  chrome.notifications.create({ type: 'basic', iconUrl: '/icon.png', title: 'Timer', message, silent: true });
});
