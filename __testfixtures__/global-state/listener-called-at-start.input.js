let shown = '';

const icons = { day: 'sun.png', night: 'moon.png' };

function show(name) {
  if (shown === name) return;
  shown = name;
  chrome.action.setIcon({ path: icons[name] });
}

function check() {
  show(new Date().getHours() < 18 ? 'day' : 'night');
}

check();

chrome.alarms.onAlarm.addListener(check);
chrome.tabs.onCreated.addListener(() => console.log(shown));
