let pending = [];
browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'take') {
    if (pending.length > 0) return Promise.resolve(pending.length);
  }
});
browser.menus.onClicked.addListener((info) => {
  pending.push(info.menuItemId);
});
