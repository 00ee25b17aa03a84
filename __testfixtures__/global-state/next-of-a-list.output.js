const colors = ['red', 'green', 'blue'];
let index = 0;
let step = 0;
const stateRestored = chrome.storage.session.get({ index, step }).then((saved) => {
  index = saved.index;
  step = saved.step;
}).catch(console.error);

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  index = (index + 1) % colors.length;
  step = (step + 2) % 5;
  chrome.storage.session.set({ index, step });
  chrome.browserAction.setBadgeBackgroundColor({ color: colors[index] });
  chrome.browserAction.setBadgeText({ text: String(step) });
});
