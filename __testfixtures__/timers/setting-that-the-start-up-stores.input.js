chrome.storage.local.get('welcomed', ({ welcomed }) => {
  if (!welcomed) setInterval(offerTour, 60000);
  chrome.storage.local.set({ welcomed: true });
});

function offerTour() {
  chrome.action.setBadgeText({ text: 'tour' });
}

chrome.storage.sync.get({ left: 10 }, (items) => {
  if (items.left > 0) setInterval(countDown, 60000);
});

function countDown() {
  chrome.storage.sync.get({ left: 10 }, ({ left }) => chrome.storage.sync.set({ left: left - 1 }));
}
