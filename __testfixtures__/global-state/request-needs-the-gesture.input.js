let asked = false;
chrome.action.onClicked.addListener(() => {
  if (asked) return;
  asked = true;
  chrome.permissions.request({ origins: ['https://a.example/*'] });
});
