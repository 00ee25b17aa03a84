const settings = { on: true };
chrome.action.onClicked.addListener(() => {
  settings.on = !settings.on;
  console.log(settings.on);
});
