var opened = 0;

chrome.tabs.onCreated.addListener(function() {
  opened++;
  console.log(opened);
});
