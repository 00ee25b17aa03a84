const times = {};
let options = { sound: true, color: 'red' };
const done = new Set();
const byType = {};
const sizes = new Map();
const places = {};

function mark(step) {
  done.add(step);
}

chrome.tabs.onActivated.addListener(({ tabId }) => {
  times.activated = tabId;
  mark('activated');
  sizes.set(tabId > 9 ? 'large' : 'small', tabId);
  for (const place of ['left', 'right']) places[place] = tabId;
});
chrome.tabs.onCreated.addListener(({ id }) => {
  times['created'] = id;
  mark('created');
});
chrome.webRequest.onCompleted.addListener(({ type, requestId }) => {
  byType[type] = requestId;
}, { urls: ['<all_urls>'] });
chrome.runtime.onMessage.addListener(({ name, value }) => {
  options[name] = value;
});
chrome.browserAction.onClicked.addListener(() => {
  console.log(times, options, [...done], byType, [...sizes], places);
});
