chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId !== 'later') return;
  const url = info.linkUrl;
  chrome.alarms.create(`tabs-create-${crypto.randomUUID()}-${JSON.stringify({ url })}`, { delayInMinutes: 60 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('tabs-create-')) {
    const { url } = JSON.parse(alarm.name.slice(alarm.name.indexOf('{')));
    chrome.tabs.create({ url, active: false });
  }
});
