const times = {};
let options = { sound: true, color: 'red' };
const done = new Set();
const byType = {};
const sizes = new Map();
const places = {};
const stateRestored = chrome.storage.session.get({ times, options, done: [], byType, sizes: [], places }).then((saved) => {
  Object.assign(times, saved.times);
  options = saved.options;
  for (const value of saved.done) done.add(value);
  Object.assign(byType, saved.byType);
  for (const [key, value] of saved.sizes) sizes.set(key, value);
  Object.assign(places, saved.places);
}).catch(console.error);

function mark(step) {
  done.add(step);
  chrome.storage.session.set({ done: [...done] });
}

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  times.activated = tabId;
  chrome.storage.session.set({ times });
  mark('activated');
  sizes.set(tabId > 9 ? 'large' : 'small', tabId);
  chrome.storage.session.set({ sizes: [...sizes] });
  for (const place of ['left', 'right']) places[place] = tabId;
  chrome.storage.session.set({ places });
});
chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  times['created'] = id;
  chrome.storage.session.set({ times });
  mark('created');
});
chrome.webRequest.onCompleted.addListener(async ({ type, requestId }) => {
  await stateRestored;
  byType[type] = requestId;
  chrome.storage.session.set({ byType });
}, { urls: ['<all_urls>'] });
chrome.runtime.onMessage.addListener(({ name, value }) => {
  stateRestored.then(() => {
    options[name] = value;
    chrome.storage.session.set({ options });
  });
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(times, options, [...done], byType, [...sizes], places);
});
