const ids = [];
browser.tabs.onCreated.addListener(({ id }) => {
  ids.push(id);
});
browser.browserAction.onClicked.addListener(() => console.log(ids));
