function reset() {
  chrome.runtime.onInstalled.addListener(() => {
    chrome.browserAction.setBadgeText({ text: '' });
  });
  chrome.commands.onCommand.addListener(() => console.log('command'));
}
reset();

chrome.tabs.onCreated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: 'new' });
});
