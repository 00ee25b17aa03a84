class Sessions {
  static current = 0;
  static ids = [];

  static open(id) {
    this.current = id;
    Sessions.ids.push(id);
  }
}
chrome.tabs.onActivated.addListener(({ tabId }) => Sessions.open(tabId));
chrome.action.onClicked.addListener(() => console.log(Sessions.current, Sessions.ids));
