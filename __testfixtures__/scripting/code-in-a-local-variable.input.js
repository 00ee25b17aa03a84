function setColor(tabId, color) {
  var script = 'document.body.style.backgroundColor="' + color + '";';
  // The color is applied at once.
  chrome.tabs.executeScript(tabId, {
    code: script
  });
}

chrome.runtime.onMessage.addListener(function(message, sender) {
  setColor(sender.tab.id, message.color);
});
