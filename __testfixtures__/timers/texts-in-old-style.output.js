chrome.runtime.onMessage.addListener(function(message) {
  if (message.type === 'remind') {
    chrome.alarms.create('timer-' + crypto.randomUUID() + '-' + JSON.stringify({ messageUrl: message.url, messageNote: message.note }), { delayInMinutes: 5 });
  }
});

chrome.alarms.onAlarm.addListener(function(alarm) {
  if (alarm.name.indexOf('timer-') === 0) {
    var carried = JSON.parse(alarm.name.slice(alarm.name.indexOf('{')));
    var messageUrl = carried.messageUrl;
    var messageNote = carried.messageNote;
    chrome.tabs.create({ url: messageUrl });
    console.log(messageUrl, messageNote);
  }
});
