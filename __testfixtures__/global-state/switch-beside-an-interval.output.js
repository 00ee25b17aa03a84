let active = false;
const stateRestored = chrome.storage.session.get({ active }).then((saved) => {
  active = saved.active;
}).catch(console.error);
let interval;

function start() {
  active = true;
  chrome.storage.session.set({ active });
  interval = setInterval(() => chrome.browserAction.setTitle({ title: String(Date.now()) }), 1000);
}

function stop() {
  active = false;
  chrome.storage.session.set({ active });
  clearInterval(interval);
}

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  if (active) stop();
  else start();
  chrome.browserAction.setBadgeText({ text: active ? 'on' : '' });
});
