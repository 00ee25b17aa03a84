chrome.browserAction.onClicked.addListener(() => {
  playing = silent;
  broadcast('pause');
});
