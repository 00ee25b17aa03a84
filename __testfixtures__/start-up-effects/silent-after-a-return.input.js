chrome.storage.local.get('welcomed', function (items) {
  if (items.welcomed) return;
  chrome.tabs.create({ url: 'welcome.html' });
  chrome.storage.local.set({ welcomed: true });
});

function ask() {
  fetch('https://example.com/now');
}

function askOften() {
  ask();
  setTimeout(askOften, 5000);
}

chrome.storage.local.get(function ({ time }) {
  if (Date.now() - time > 3600000) ask();
});

chrome.runtime.onMessage.addListener(ask);
