window.find = (list, test) => list.filter(test)[0];
function stop() {}

chrome.tabs.onCreated.addListener((tab) => {
  console.log(window.find([tab], Boolean));
  window.stop();
});
