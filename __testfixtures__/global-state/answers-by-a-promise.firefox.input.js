let pending = [];
browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'take') {
    let urls = pending;
    pending = [];
    return Promise.resolve(urls);
  }
});
browser.menus.onClicked.addListener((info) => {
  if (info.srcUrl) pending.push(info.srcUrl);
});
