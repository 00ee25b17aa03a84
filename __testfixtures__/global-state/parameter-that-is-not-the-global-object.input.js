self.hits = 0;
(function (self) {
  chrome.tabs.onActivated.addListener(() => { self.hits++; });
})({ hits: 1 });
(function (root) {
  root = { hits: 2 };
  chrome.tabs.onCreated.addListener(() => { root.hits++; });
})(self);
chrome.action.onClicked.addListener(() => console.log(self.hits));
