// `performance.now()` counts from the start of the background: after another start, a moment that was kept lies ahead.
let painted = 0;

chrome.tabs.onActivated.addListener(() => {
  if (performance.now() - painted < 1000) return;
  painted = performance.now();
  chrome.action.setBadgeText({ text: '*' });
});
