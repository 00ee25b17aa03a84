let opened = 0;
const stateRestored = chrome.storage.session.get({ opened, hasStarted: false }).then((saved) => {
  opened = saved.opened;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);
const commands = {
  count() {
    chrome.tabs.query({}, (tabs) => {
      opened += tabs.length;
      chrome.storage.session.set({ opened });
      chrome.action.setBadgeText({ text: String(opened) });
    });
  },
};
stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  commands.count();
});
chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  commands[command]?.();
});
