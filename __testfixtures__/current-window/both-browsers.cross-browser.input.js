async function pinned() {
  const tabs = await browser.tabs.query({ currentWindow: true, pinned: true });
  return tabs.map(({ id }) => id);
}
browser.alarms.onAlarm.addListener(pinned);
