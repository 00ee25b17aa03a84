function snooze(minutes) {
  chrome.tabs.create({ url: 'quiet.html?' + minutes });
}

[15, 30].forEach(function(min) {
  chrome.contextMenus.create({ title: min + ' minutes', contexts: ['page'], onclick: function() { snooze(min); } });
});
