browser.alarms.onAlarm.addListener(() => {
  browser.tabs.executeScript({ file: "a.js" });
});
