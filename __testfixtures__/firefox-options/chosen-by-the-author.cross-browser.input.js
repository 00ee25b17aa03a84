const isFirefox = chrome.runtime.getURL('').startsWith('moz-');

chrome.runtime.onMessage.addListener((text) => {
  const note = { type: 'basic', iconUrl: '/icon.png', title: 'Timer', message: text };
  if (isFirefox) chrome.notifications.create(note);
  else chrome.notifications.create({ ...note, requireInteraction: true });
  chrome.notifications.create({ ...note, ...(isFirefox ? {} : { silent: true }) });
  try {
    chrome.notifications.create({ ...note, buttons: [{ title: 'Stop' }] });
  } catch {
    chrome.notifications.create(note);
  }
});

const extraInfo = ['requestHeaders'];
if (chrome.webRequest.OnBeforeSendHeadersOptions.hasOwnProperty('EXTRA_HEADERS')) extraInfo.push('extraHeaders');
chrome.webRequest.onBeforeSendHeaders.addListener(console.log, { urls: ['<all_urls>'] }, extraInfo);
