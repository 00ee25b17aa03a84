chrome.runtime.onMessage.addListener((message) => {
  const canUseDom = () => typeof window === 'object' && typeof window.document === 'object';
  if (canUseDom()) document.title = message.title;
});
