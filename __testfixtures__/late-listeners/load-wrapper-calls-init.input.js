window.onload = init;

function init() {
  chrome.browserAction.onClicked.addListener(openPage);
  chrome.commands.onCommand.addListener(openPage);
}

function openPage() {
  chrome.tabs.create({ url: 'page.html' });
}
