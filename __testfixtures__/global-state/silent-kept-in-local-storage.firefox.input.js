var feeds = JSON.parse(localStorage.feeds || "[]");
var read = JSON.parse(localStorage.getItem("read") || "{}");
var enabled = localStorage["enabled"] !== "false";
var options;

function saveRead() {
  localStorage.setItem("read", JSON.stringify(read));
}

function loadOptions() {
  try {
    options = Object.assign({ sound: true }, JSON.parse(localStorage.getItem("options")));
  } catch (e) {
    options = { sound: true };
  }
}

function setOption(name, value) {
  options[name] = value;
  localStorage.setItem("options", JSON.stringify(options));
}

loadOptions();

chrome.runtime.onMessage.addListener(function (message) {
  if (message.type === "reload") feeds = JSON.parse(localStorage.feeds || "[]");
  if (message.type === "option") setOption(message.name, message.value);
  if (message.type === "reset") loadOptions();
});

chrome.tabs.onUpdated.addListener(function (tabId, info, tab) {
  if (!enabled || !feeds.includes(tab.url)) return;
  if (!read[tab.url]) {
    read[tab.url] = 1;
    chrome.tabs.sendMessage(tabId, { sound: options.sound });
  }
  saveRead();
});

chrome.browserAction.onClicked.addListener(function () {
  localStorage.enabled = enabled = !enabled;
});
