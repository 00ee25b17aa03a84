const extension = { getURL: (path) => path, onMessage: new Set() };
extension.getURL("a");
window.app = { extension };
window.app.extension.onMessage.add(1);
function load(chrome) {
  return chrome.extension.getURL("x");
}
load(window.app);
