function count(message) {
  if (message === 'count') return browser.storage.local.get('count');
}
browser.runtime.onMessage.addListener(count);
