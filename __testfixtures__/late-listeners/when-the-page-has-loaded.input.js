window.addEventListener('load', () => {
  chrome.alarms.onAlarm.addListener((alarm) => console.log(alarm.name));
});
window.onload = function () {
  chrome.tabs.onCreated.addListener(() => {});
};
$(document).ready(function () {
  chrome.tabs.onRemoved.addListener(() => {});
});
document.addEventListener('DOMContentLoaded', init);
function init() {
  chrome.idle.onStateChanged.addListener(() => {});
}
