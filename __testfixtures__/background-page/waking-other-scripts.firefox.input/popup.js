function load() {
  window.count = chrome.extension.getBackgroundPage().count;
}

load();
