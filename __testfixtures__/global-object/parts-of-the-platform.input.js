chrome.tabs.onCreated.addListener(() => {
  console.log(window.navigator.userAgent, window.location.origin, window.performance.now(), window.crypto.randomUUID());
});
