const app = {
  count: 0,
  bump() { this.count++; },
};
chrome.tabs.onCreated.addListener(() => app.bump());
chrome.action.onClicked.addListener(() => {
  console.log(app.count);
  app.bump = () => {};
});
