let shown = '';
const stateRestored = chrome.storage.session.get({ shown, hasStarted: false }).then((saved) => {
  shown = saved.shown;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

const icons = { day: 'sun.png', night: 'moon.png' };

function show(name) {
  if (shown === name) return;
  shown = name;
  chrome.storage.session.set({ shown });
  chrome.action.setIcon({ path: icons[name] });
}

function check() {
  show(new Date().getHours() < 18 ? 'day' : 'night');
}

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  check();
});

chrome.alarms.onAlarm.addListener(async () => {
  await stateRestored;
  check();
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(shown);
});
