const settings = { on: true };
const stateRestored = chrome.storage.session.get({ on: settings.on }).then((saved) => {
  settings.on = saved.on;
}).catch(console.error);
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  settings.on = !settings.on;
  chrome.storage.session.set({ on: settings.on });
  console.log(settings.on);
});
