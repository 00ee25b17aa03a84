const app = {
  opened: 0,
  closed: 0,
  show() {
    const { opened, closed: gone } = this;
    chrome.action.setBadgeText({ text: `${opened}/${gone}` });
  },
};
chrome.tabs.onCreated.addListener(() => {
  app.opened++;
  app.show();
});
chrome.tabs.onRemoved.addListener(() => {
  app.closed++;
  const { closed } = app;
  console.log(closed);
});
