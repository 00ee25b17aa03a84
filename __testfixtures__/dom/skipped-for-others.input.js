function start() {
  if (typeof window !== 'undefined') {
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
    return;
  }
  console.log('no browser');
}
start();

if (typeof document !== 'undefined') {
  chrome.tabs.onRemoved.addListener((id) => console.log(id));
} else {
  console.log('no browser');
}

if (typeof window === 'undefined') {
  console.log('no browser');
} else {
  addEventListener('offline', () => console.log('offline'));
}
