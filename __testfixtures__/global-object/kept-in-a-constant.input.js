chrome.tabs.onCreated.addListener(() => {
  const global = window;
  const that = global;
  global.count = (global.count || 0) + 1;
  that.clearTimeout(global.timer);
});
