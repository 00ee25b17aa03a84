class Connection {
  constructor() {
    this._server = '';
  }

  get server() {
    return this._server;
  }

  set server(value) {
    this._server = value;
  }
}

const connection = new Connection();

chrome.runtime.onMessage.addListener((message) => {
  connection.server = message.server;
});
chrome.browserAction.onClicked.addListener(() => {
  if (connection.server !== '') chrome.tabs.create({ url: 'connected.html' });
});
