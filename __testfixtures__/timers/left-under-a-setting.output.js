let options = {};

function apply() {
  if (!options.watch) {
    chrome.alarms.clear('watch');
    return;
  }
  const watchMinutes = Number(options.every);
  chrome.alarms.get('watch').then((alarm) => {
    if (!alarm || alarm.periodInMinutes !== watchMinutes) chrome.alarms.create('watch', { periodInMinutes: watchMinutes });
  });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'watch') watch();
});

function watch() {
  fetch('https://shop.example/price').then((answer) => chrome.action.setTitle({ title: String(answer.status) }));
}

chrome.storage.sync.get(null, (items) => {
  options = items;
  apply();
});

chrome.storage.onChanged.addListener((changes) => {
  for (const key of Object.keys(changes)) options[key] = changes[key].newValue;
  apply();
});
