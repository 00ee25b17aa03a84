const PAUSE = 2000;
let lastUpdate = 0;
let lastReload = 0;

function throttled(work, pause) {
  let last = 0;
  return () => {
    const now = Date.now();
    if (now - last < pause) return;
    last = now;
    work();
  };
}

const show = throttled(() => chrome.action.setBadgeText({ text: 'new' }), PAUSE);

chrome.tabs.onUpdated.addListener(() => {
  show();
  if (Date.now() - lastUpdate > 500) {
    lastUpdate = Date.now();
    chrome.action.setTitle({ title: 'updated' });
  }
});

chrome.tabs.onActivated.addListener(() => {
  if (PAUSE >= Date.now() - lastReload) return;
  lastReload = +new Date();
  chrome.action.setTitle({ title: 'activated' });
});
