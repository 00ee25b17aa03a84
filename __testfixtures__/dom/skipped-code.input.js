if (typeof window !== 'undefined') {
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
}

function start() {
  if (typeof document === 'undefined') return;
  chrome.runtime.onMessage.addListener((message) => console.log(message));
}
start();

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => console.log('offline'));
}
