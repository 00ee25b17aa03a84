chrome.runtime.onMessage.addListener(({ word, color }, { tab }) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (word, color) => {
      for (const mark of find(word)) {
        mark.style.color = color;
      }
      return word.length;
    },
    args: [String(word), String(color)]
  }, ([{ result: length }]) => console.log(length));
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (word) => (function (a) { log(a, word); })(1),
    args: [String(word)]
  });
});
