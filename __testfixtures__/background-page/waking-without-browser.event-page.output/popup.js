const browser = detect();

function detect() {
  return navigator.userAgent;
}

document.querySelector('#go').addEventListener('click', async () => {
  document.title = (await new Promise((resolve) => chrome.runtime.getBackgroundPage(resolve))).count + browser;
});
