chrome.tabs.onCreated.addListener(() => {
  const global = self, that = (global || {});
  global.count = (global.count || 0) + 1;
  that.setTimeout(() => that.clearInterval(global.timer), 5);
});
