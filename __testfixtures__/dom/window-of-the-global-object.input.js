// Throws as the worker starts.
self.window.addEventListener('offline', () => {});
chrome.runtime.onMessage.addListener((message) => {
  // Throws at the event.
  globalThis.window.top.postMessage(message, '*');
  // Not reported: these ask first, or read `undefined`.
  self.window?.focus();
  console.log(self.window);
  if (self.window) self.window.focus();
});
