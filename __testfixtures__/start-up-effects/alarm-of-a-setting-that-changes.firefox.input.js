async function schedule() {
  const { minutes } = await browser.storage.sync.get({ minutes: 30 });
  browser.alarms.create("refresh", { periodInMinutes: minutes });
}

browser.alarms.onAlarm.addListener(() => fetch("https://example.com/"));
browser.storage.onChanged.addListener(schedule);
schedule();
