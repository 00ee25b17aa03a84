class Sessions {
  static current = 0;
}
function reset(cls) { cls.current = 0; }
chrome.tabs.onActivated.addListener(({ tabId }) => { Sessions.current = tabId; });
chrome.action.onClicked.addListener(() => {
  console.log(Sessions.current);
  reset(Sessions);
});
