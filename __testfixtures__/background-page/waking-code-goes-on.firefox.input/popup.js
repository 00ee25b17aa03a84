function load() {
  document.title = chrome.extension.getBackgroundPage().count;
}

load();
document.body.append(document.title);
