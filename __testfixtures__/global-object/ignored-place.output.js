chrome.tabs.onCreated.addListener(() => {
  self.one = 1;
  window.two = 2; // mv3-codemod-ignore global-object: the tests look for it
  self.three = 3;
});
