chrome.tabs.onCreated.addListener(t=>{var e=t.title,n=t.url;chrome.alarms.create(`timer-${crypto.randomUUID()}-${JSON.stringify({e, n})}`, {delayInMinutes: 1})});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith("timer-")) {
    const {e, n} = JSON.parse(alarm.name.slice(alarm.name.indexOf("{")))
    console.log(e,n)
  }
});
chrome.tabs.onRemoved.addListener(t=>{console.log(t)})
