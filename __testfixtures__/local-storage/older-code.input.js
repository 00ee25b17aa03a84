chrome.browserAction.onClicked.addListener(function(tab) {
  var on = localStorage['on'] == 'true';
  localStorage['on'] = !on;
  chrome.browserAction.setTitle({title: on ? 'Off' : 'On'});
});
