function start() {
  if (typeof window !== 'undefined') {
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
    return;
  }
  chrome.tabs.onCreated.addListener((tab) => console.log('worker', tab.id));
}
start();

if (typeof document !== 'undefined') {
  chrome.runtime.sendMessage('page');
} else {
  chrome.runtime.sendMessage('worker');
}

function ring() {
  if (typeof Audio === 'function') {
    console.log('rings');
    return;
  }
  chrome.notifications.create({ type: 'basic', iconUrl: 'bell.png', title: 'Bell', message: 'Now' });
}

function show() {
  if (typeof Audio === 'undefined') return ring();
  console.log('shown');
}
chrome.alarms.onAlarm.addListener(show);
