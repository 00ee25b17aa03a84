chrome.runtime.onMessage.addListener((message, sender) => {
  setTimeout(() => {
    chrome.tabs.create({ url: 'hello.html' });
  }, 1000);
  setTimeout(ask, 2000);
});

function ask() {
  fetch('https://example.com/prices');
}

chrome.storage.local.get('welcomed', ({ welcomed }) => {
  if (!welcomed) {
    setTimeout(() => {
      chrome.tabs.create({ url: 'welcome.html' });
      chrome.storage.local.set({ welcomed: true });
    }, 500);
  }
});

function poll() {
  setTimeout(() => {
    ask();
    poll();
  }, 5000);
}

chrome.alarms.onAlarm.addListener(poll);
