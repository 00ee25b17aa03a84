const app = {
  count: 0,
  onCreated() { this.count++; },
};
chrome.tabs.onCreated.addListener(app.onCreated);
chrome.action.onClicked.addListener(() => {
  app.count += 1;
  console.log(app.count);
});
