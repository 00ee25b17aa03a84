chrome.notifications.create('saved', {
  type: 'basic',
  iconUrl: 'icon.png',
  title: 'Saved',
  message: 'The page is in your list.',
  buttons: [{ title: 'Undo' }],
});

chrome.webRequest.onBeforeSendHeaders.addListener(addReferer, { urls: ['https://images.example.com/*'] }, ['blocking', 'requestHeaders']);

function addReferer({ requestHeaders }) {
  requestHeaders.push({ name: 'Referer', value: 'https://example.com/' });
  return { requestHeaders };
}
