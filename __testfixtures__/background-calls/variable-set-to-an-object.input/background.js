var options = { dark: true };
chrome.tabs.onCreated.addListener(() => {
  console.log(options);
});
