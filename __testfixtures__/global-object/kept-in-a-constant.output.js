chrome.tabs.onCreated.addListener(() => {
  const global = self;
  const that = global;
  global.count = (global.count || 0) + 1;
  that.clearTimeout(global.timer);
});
