const PERIOD = 15;

function schedule() {
  browser.alarms.create('sync', { periodInMinutes: PERIOD });
}

// Firefox forgets alarms at exit: this starts the background with the browser.
browser.runtime.onStartup.addListener(() => {});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'sync') sync();
});

async function sync() {
  await fetch('https://sync.example/state');
}

schedule();
