const startUp = () => {
  chrome.alarms.onAlarm.addListener((alarm) => console.log(alarm.name));
};
function onLoad() {
  chrome.tabs.onCreated.addListener(() => {});
}
(function () {
  chrome.tabs.onRemoved.addListener(() => {});
})();
init();
function init() {
  chrome.idle.onStateChanged.addListener(() => {});
}

startUp();
onLoad();
