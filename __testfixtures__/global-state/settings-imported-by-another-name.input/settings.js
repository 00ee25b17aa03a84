const loading = chrome.storage.local.get('limit').catch(() => ({}));
export { loading as settings };
