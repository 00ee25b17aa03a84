function count() {}
if (typeof window !== 'undefined') window.count = count;
else module.exports = count;

(function () {
  if (typeof window !== 'undefined') {
    chrome.tabs.onRemoved.addListener((id) => console.log(id));
    return;
  }
  exports.count = require('./count.js');
})();

function root() {
  return typeof window === 'undefined' || !window.name ? process : window;
}
chrome.tabs.onCreated.addListener(() => console.log(root()));
