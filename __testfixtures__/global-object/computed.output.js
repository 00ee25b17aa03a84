chrome.runtime.onMessage.addListener((request) => {
  const handler = self[request.name];
  if (typeof handler === 'function') handler(request);
  self.handled = (self.handled || 0) + 1;
});
