class Store {
  constructor() {
    chrome.runtime.onMessage.addListener(this.hear.bind(this));
  }
  hear(request, sender, sendResponse) {
    this.load(request).then(sendResponse);
    return true;
  }
  load(request) {
    return Promise.resolve(request);
  }
}
new Store();
chrome.runtime.onMessage.addListener(listen);
chrome.runtime.onMessage.removeListener(listen);
function listen(request, sender, sendResponse) {
  fetch(request.url).then((response) => sendResponse(response.status));
  return true;
}
