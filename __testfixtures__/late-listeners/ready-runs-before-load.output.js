var names = [];
function startUp() {
  names.push('load');
  chrome.tabs.onCreated.addListener(function () {
    console.log('created', names);
  });
}
(function () {
  names.push('ready');
  chrome.tabs.onCreated.addListener(function () {
    console.log('seen', names);
  });
})();

startUp();
