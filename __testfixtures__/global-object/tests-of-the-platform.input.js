chrome.tabs.onCreated.addListener(() => {
  if (window.performance && typeof window.performance.now === 'function') console.log(window.performance.now());
  if (!window.navigator) return;
  const { now } = window.performance;
  console.log(now, typeof window.URL !== 'undefined');
});
