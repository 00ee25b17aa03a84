let opened = 0;
const stateRestored = chrome.storage.session.get({ opened }).then((saved) => {
  opened = saved.opened;
}).catch(console.error);
const commands = {
  count() {
    chrome.tabs.query({}, (tabs) => {
      opened += tabs.length;
      chrome.storage.session.set({ opened });
      chrome.action.setBadgeText({ text: String(opened) });
    });
  },
  reset() {
    chrome.action.setBadgeText({ text: '' });
  },
};
chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  commands[command]?.();
});
