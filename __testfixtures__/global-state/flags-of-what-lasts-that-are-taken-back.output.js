let shown = false;
let mode = 'off';
const seen = { told: false, count: 0 };
const stateRestored = chrome.storage.session.get({ shown, mode, count: seen.count, told: seen.told }).then((saved) => {
  shown = saved.shown;
  mode = saved.mode;
  seen.count = saved.count;
  seen.told = saved.told;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  seen.count++;
  chrome.storage.session.set({ count: seen.count });
  if (!shown) show();
  if (seen.told) return;
  seen.told = true;
  seen.count = 0;
  chrome.storage.session.set({ count: seen.count, told: seen.told });
  chrome.tabs.create({ url: 'hello.html' });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  shown = false;
  chrome.storage.session.set({ shown });
  console.log(seen.count);
});
chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  if (command === 'on' && mode !== 'on') {
    mode = 'on';
    chrome.storage.session.set({ mode });
    chrome.action.setBadgeText({ text: mode });
  } else if (command === 'off' && mode !== 'off') {
    mode = 'off';
    chrome.storage.session.set({ mode });
    chrome.action.setBadgeText({ text: '' });
  }
});

function show() {
  shown = true;
  chrome.storage.session.set({ shown });
  chrome.tabs.create({ url: 'list.html' });
}
