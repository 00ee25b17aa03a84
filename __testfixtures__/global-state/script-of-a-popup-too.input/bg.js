chrome.tabs.onCreated.addListener(function() {
  console.log(count());
});
