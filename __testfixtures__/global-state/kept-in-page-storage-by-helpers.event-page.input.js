function loadOptions() {
  var options = localStorage.options ? JSON.parse(localStorage.options) : {};
  if (!options.excluded) options.excluded = [];
  return options;
}

function saveOptions(options) {
  localStorage.options = JSON.stringify(options);
}

var options = loadOptions();
var enabled = localStorage.enabled !== 'false';
var reminders = [];

if (localStorage.reminders) reminders = JSON.parse(localStorage.reminders);

function save() {
  localStorage.reminders = JSON.stringify(reminders);
}

function forget(id) {
  for (var i = 0; i < reminders.length; i++) {
    if (reminders[i].id === id) {
      reminders.splice(i, 1);
      break;
    }
  }
  save();
}

function setEnabled(value) {
  enabled = value;
  localStorage.enabled = String(value);
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message.exclude) {
    options.excluded.push(message.exclude);
    saveOptions(options);
  } else if (message.reload) {
    options = loadOptions();
  } else if (message.remind) {
    reminders.push({ id: message.remind });
    save();
  } else if (message.forget) {
    forget(message.forget);
  }
  sendResponse({ options: options, reminders: reminders, enabled: enabled });
});

chrome.browserAction.onClicked.addListener(function () {
  setEnabled(!enabled);
});
