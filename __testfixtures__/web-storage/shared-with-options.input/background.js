chrome.browserAction.onClicked.addListener(() => {
  if (localStorage.enabled === 'true') console.log(localStorage.getItem('interval'));
});
