let opened = 0;
const commands = {
  count() {
    chrome.tabs.query({}, (tabs) => {
      opened += tabs.length;
      chrome.action.setBadgeText({ text: String(opened) });
    });
  },
  reset() {
    chrome.action.setBadgeText({ text: '' });
  },
};
chrome.commands.onCommand.addListener((command) => commands[command]?.());
