(function () {
  if (!localStorage.installed) {
    localStorage.installed = true;
    chrome.tabs.create({ url: 'welcome.html' });
  }
})();
(function () {
  chrome.tabs.onCreated.addListener(() => {
    localStorage.count = Number(localStorage.count) + 1;
  });
})();
