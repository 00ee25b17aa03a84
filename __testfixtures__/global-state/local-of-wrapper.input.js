(function () {
  let history = [];

  chrome.tabs.onActivated.addListener(({ tabId }) => {
    history.push(tabId);
  });
  chrome.commands.onCommand.addListener(() => {
    chrome.tabs.update(history[history.length - 2], { active: true });
  });
})();
