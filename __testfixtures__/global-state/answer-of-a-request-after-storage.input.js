let items = [];
let address = '';

function load() {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.onload = () => {
    for (const item of JSON.parse(request.responseText).items) items.unshift(item);
  };
  request.send();
}

chrome.storage.local.get('address', (stored) => {
  address = stored.address;
  load();
});

chrome.alarms.onAlarm.addListener(load);

chrome.browserAction.onClicked.addListener(() => {
  if (items[0]) chrome.tabs.create({ url: items[0].link });
});
