const texts = {};
texts.separator = ' ';
texts.count = function (text) {
  return text.split(texts.separator).length;
};

chrome.omnibox.onInputEntered.addListener((text) => {
  chrome.browserAction.setBadgeText({ text: String(texts.count(text)) });
});
