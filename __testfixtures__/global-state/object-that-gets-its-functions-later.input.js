const log = {};
log.items = [];
log.last = null;
log.push = function (item) {
  log.items.push(item);
  log.last = item;
};
log.show = () => chrome.browserAction.setBadgeText({ text: `${log.items.length} ${log.last}` });

chrome.runtime.onMessage.addListener((message) => {
  log.push(message.url);
  log.show();
});
