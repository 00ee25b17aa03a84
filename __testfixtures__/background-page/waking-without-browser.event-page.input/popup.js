const browser = detect();

function detect() {
  return navigator.userAgent;
}

document.querySelector('#go').addEventListener('click', () => {
  document.title = chrome.extension.getBackgroundPage().count + browser;
});
