const isChrome = /Google/.test(window.navigator.vendor);
chrome.tabs.onCreated.addListener(() => {
  if (isChrome) console.log(navigator.userAgent);
});
