const isChrome = /Google/.test(navigator.vendor);
chrome.tabs.onCreated.addListener(() => {
  if (isChrome) console.log(window.navigator.vendor);
});
