const settings = { on: true };
const stateRestored = chrome.storage.session.get({ settings }).then((saved) => {
  Object.assign(settings, saved.settings);
}).catch(console.error);
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  settings.on = !settings.on;
  chrome.storage.session.set({ settings });
  console.log(settings.on);
});
