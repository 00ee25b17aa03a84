function saveOptions(options) {
  options = {};
  localStorage.options = JSON.stringify(options);
}

var options = JSON.parse(localStorage.options || '{}');
var names = JSON.parse(localStorage.names || '[]');
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ options: options, names: names }, function (saved) {
    if (saved) {
      options = saved.options;
      names = saved.names;
    }
    resolve();
  });
});

function drop(name) {
  for (var i = 0; i < names.length; i++) {
    if (names[i] === name) {
      names.splice(i, 1);
      break;
    }
    localStorage.names = JSON.stringify(names);
  }
  chrome.storage.session.set({ names: names });
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  stateRestored.then(function () {
    if (message.mode) {
      options.mode = message.mode;
      chrome.storage.session.set({ options: options });
      saveOptions(options);
    } else if (message.drop) {
      drop(message.drop);
    }
    sendResponse({ options: options, names: names });
  });
  return true;
});
