const app = {
  count: 0,
  bump() { this.count++; },
};
function register(target) {
  target.count = 10;
}
chrome.tabs.onCreated.addListener(() => app.bump());
chrome.action.onClicked.addListener(() => {
  register(app);
  console.log(app.count);
});
