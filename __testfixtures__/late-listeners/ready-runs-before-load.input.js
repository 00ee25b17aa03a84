var names = [];
window.onload = function () {
  names.push('load');
  chrome.tabs.onCreated.addListener(function () {
    console.log('created', names);
  });
};
document.addEventListener('DOMContentLoaded', function () {
  names.push('ready');
  chrome.tabs.onCreated.addListener(function () {
    console.log('seen', names);
  });
});
