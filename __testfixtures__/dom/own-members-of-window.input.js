window.status = { ready: false };
window.find = (list, test) => list.filter(test)[0];

chrome.tabs.onCreated.addListener((tab) => {
  window.status.ready = window.find([tab], Boolean) !== undefined;
  console.log(status.ready, find([tab], Boolean));
});
