$(document).ready(function () {
  chrome.tabs.onRemoved.addListener(function (id) {
    console.log('closed', id);
  });
});

$(function () {
  chrome.tabs.onCreated.addListener(function (tab) {
    console.log('opened', tab.id);
  });
});
