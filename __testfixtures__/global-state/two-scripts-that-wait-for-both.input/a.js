let opened = 0;
chrome.tabs.onCreated.addListener((tab) => {
  opened++;
  closed = 0;
  console.log('opened', opened);
});
chrome.tabs.onActivated.addListener(() => {
  console.log('activated', opened);
});
