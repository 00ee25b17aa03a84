let list = [];

function load() {
  fetch('https://a.example/list.json').then((response) => response.json()).then((loaded) => {
    list = loaded;
  });
  setTimeout(load, 60 * 60 * 1000);
}
load();
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(list));
