function Picker(word) {
  this.word = word;
}

Picker.prototype.pick = function() {
  chrome.tabs.query({active: true, currentWindow: true}, ([tab]) => {
    chrome.scripting.executeScript({
      target: {tabId: tab.id},
      func: function(word) {
        pick(word);
      },
      args: [String(this.word)]
    });
  });
};

Picker.prototype.pickAll = function() {
  chrome.tabs.executeScript({code: 'pick("' + arguments[0] + '")'});
};

document.onclick = function() {
  new Picker('a').pick();
};
