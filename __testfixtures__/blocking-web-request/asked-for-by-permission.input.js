if (chrome.webRequest) {
  chrome.webRequest.onBeforeRequest.addListener(() => ({ cancel: true }), { urls: ['https://example.com/*'] }, ['blocking']);
}

if (chrome.runtime.getManifest().manifest_version === 2) {
  chrome.webRequest.onBeforeRequest.addListener(() => ({ cancel: true }), { urls: ['https://example.net/*'] }, ['blocking']);
}
