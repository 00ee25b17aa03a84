chrome.tabs.onCreated.addListener(() => {
  if (self.performance && typeof self.performance.now === 'function') console.log(self.performance.now());
  if (!self.navigator) return;
  const { now } = window.performance;
  console.log(now, typeof self.URL !== 'undefined');
});
