function Picker(word) {
  this.word = word;
}

Picker.prototype.pick = function() {
  chrome.tabs.executeScript({code: 'pick("' + this.word + '")'});
};

Picker.prototype.pickAll = function() {
  chrome.tabs.executeScript({code: 'pick("' + arguments[0] + '")'});
};

document.onclick = function() {
  new Picker('a').pick();
};
