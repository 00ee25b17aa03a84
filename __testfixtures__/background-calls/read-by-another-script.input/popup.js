var title;
function load() {
  title = chrome.extension.getBackgroundPage().isOn() ? 'on' : 'off';
}
load();
