async function schedule() {
  const { minutes } = await browser.storage.sync.get({ minutes: 30 });
  browser.alarms.get("refresh").then((alarm) => {
    if (!alarm || alarm.periodInMinutes !== minutes) browser.alarms.create("refresh", { periodInMinutes: minutes });
  });
}

browser.alarms.onAlarm.addListener(() => fetch("https://example.com/"));
browser.storage.onChanged.addListener(schedule);
schedule();
