var ext = chrome.extension;
const { extension } = chrome;
class Messenger {
  constructor() {
    this.api = chrome.extension;
  }
  send(message) {
    chrome.runtime.sendMessage(message);
  }
}
chrome.runtime.connect({ name: 'panel' });
chrome.runtime.onConnect.addListener(port => port.postMessage(ext.inIncognitoContext));
new Messenger().send(chrome.runtime.getURL('a.html'));
