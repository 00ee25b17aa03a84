function setColor(tabId, color) {
  // The color is applied at once.
  chrome.scripting.executeScript({
    target: { tabId },
    func: function(color) {
      document.body.style.backgroundColor=color;
    },
    args: [String(color)]
  });
}

chrome.runtime.onMessage.addListener(function(message, sender) {
  setColor(sender.tab.id, message.color);
});
