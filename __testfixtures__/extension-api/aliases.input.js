var ext = chrome.extension;
const { extension } = chrome;
class Messenger {
  constructor() {
    this.api = chrome.extension;
  }
  send(message) {
    this.api.sendMessage(message);
  }
}
ext.connect({ name: 'panel' });
extension.onConnect.addListener(port => port.postMessage(ext.inIncognitoContext));
new Messenger().send(ext.getURL('a.html'));
