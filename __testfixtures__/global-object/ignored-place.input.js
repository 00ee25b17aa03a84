chrome.tabs.onCreated.addListener(() => {
  window.one = 1;
  window.two = 2; // mv3-codemod-ignore global-object: the tests look for it
  window.three = 3;
});
