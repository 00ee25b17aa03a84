self.hits = 0;
(function (root) {
  chrome.tabs.onActivated.addListener(() => { root.hits++; });
})(self);
chrome.action.onClicked.addListener(() => console.log(hits));
