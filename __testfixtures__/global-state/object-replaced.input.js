let session = {
  count: 0,
  bump() { this.count++; },
};
chrome.tabs.onCreated.addListener(() => session.bump());
chrome.action.onClicked.addListener(() => {
  console.log(session.count);
  session = { count: 0, bump() { this.count += 2; } };
});
