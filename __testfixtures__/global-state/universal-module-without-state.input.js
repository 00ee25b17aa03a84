(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory();
  else root.words = factory();
})(this, function () {
  return {
    separator: ' ',
    count: function (text) {
      return text.split(this.separator).length;
    },
  };
});

chrome.omnibox.onInputEntered.addListener((text) => {
  chrome.browserAction.setBadgeText({ text: String(words.count(text)) });
});
