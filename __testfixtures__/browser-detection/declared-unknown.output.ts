declare let browser: unknown;

function getBrowser(): string {
  if (typeof chrome !== 'undefined') {
    if (typeof browser !== 'undefined' && chrome.runtime.getURL('').startsWith('moz-')) {
      return 'Firefox';
    }
    return 'Chrome';
  }
  throw new Error('no extension');
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(getBrowser());
});
