const pending = new Map();

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  pending.set(message.id, sendResponse);
  return true;
});

browser.notifications.onClicked.addListener((id) => {
  pending.get(id)?.('clicked');
});
