self.find = (list, test) => list.filter(test)[0];
function stop() {}

chrome.tabs.onCreated.addListener((tab) => {
  console.log(self.find([tab], Boolean));
  self.stop();
});
