chrome.tabs.onCreated.addListener((tab) => {
  document.title = tab.title;
  document.body.dataset.last = tab.id;
  document.cookie = `last=${tab.id}`;
  document.body.innerHTML = tab.title;
  console.log(document.body.innerHTML);
});
chrome.browserAction.onClicked.addListener(() => {
  console.log(document.title, document.body.dataset.last, document.cookie, document.readyState);
});
