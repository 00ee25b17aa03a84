function saveOptions(options) {
  options = {};
  localStorage.options = JSON.stringify(options);
}

var options = JSON.parse(localStorage.options || '{}');
var names = JSON.parse(localStorage.names || '[]');

function drop(name) {
  for (var i = 0; i < names.length; i++) {
    if (names[i] === name) {
      names.splice(i, 1);
      break;
    }
    localStorage.names = JSON.stringify(names);
  }
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message.mode) {
    options.mode = message.mode;
    saveOptions(options);
  } else if (message.drop) {
    drop(message.drop);
  }
  sendResponse({ options: options, names: names });
});
