chrome.runtime.onMessage.addListener((request) => {
  const handler = window[request.name];
  if (typeof handler === 'function') handler(request);
  window.handled = (window.handled || 0) + 1;
});
