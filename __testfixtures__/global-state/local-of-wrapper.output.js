(function () {
  let history = [];
  const stateRestored = chrome.storage.session.get({ history }).then((saved) => {
    history = saved.history;
  }).catch(console.error);

  chrome.tabs.onActivated.addListener(async ({ tabId }) => {
    await stateRestored;
    history.push(tabId);
    chrome.storage.session.set({ history });
  });
  chrome.commands.onCommand.addListener(async () => {
    await stateRestored;
    chrome.tabs.update(history[history.length - 2], { active: true });
  });
})();
