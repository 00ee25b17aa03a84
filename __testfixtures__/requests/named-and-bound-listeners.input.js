class Store {
  constructor() {
    chrome.extension.onRequest.addListener(this.hear.bind(this));
  }
  hear(request, sender, sendResponse) {
    this.load(request).then(sendResponse);
  }
  load(request) {
    return Promise.resolve(request);
  }
}
new Store();
chrome.extension.onRequest.addListener(listen);
chrome.extension.onRequest.removeListener(listen);
function listen(request, sender, sendResponse) {
  fetch(request.url).then((response) => sendResponse(response.status));
  return true;
}
