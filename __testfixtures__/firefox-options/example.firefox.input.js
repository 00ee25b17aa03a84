chrome.notifications.create('saved', {
  type: 'basic',
  iconUrl: 'icon.png',
  title: 'Saved',
  message: 'The page is in your list.',
  requireInteraction: true,
  buttons: [{ title: 'Undo' }],
});

chrome.webRequest.onBeforeSendHeaders.addListener(addReferer, { urls: ['https://images.example.com/*'] }, ['blocking', 'requestHeaders', 'extraHeaders']);

function addReferer({ requestHeaders }) {
  requestHeaders.push({ name: 'Referer', value: 'https://example.com/' });
  return { requestHeaders };
}
