let clicks = 0;

chrome.action.onClicked.addListener(() => {
  clicks++;
  chrome.permissions.request({ origins: ['https://a.example/*'] });
});

chrome.tabs.onCreated.addListener(() => console.log(clicks));
