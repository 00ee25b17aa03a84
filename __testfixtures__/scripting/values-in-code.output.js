const COLOR = 'red';

function decorate(tabId, word, size) {
  const count = word.length;
  chrome.scripting.executeScript({
    target: { tabId },
    func: (COLOR, count) => paint(COLOR, count),
    args: [COLOR, count]
  });
  chrome.scripting.executeScript({
    target: { tabId },
    func: (word) => find(word),
    args: [String(word)]
  });
  chrome.scripting.executeScript({
    target: { tabId },
    func: (word, size, value) => {
      document.title = `Found ${word} (${size}px)`;
      mark(value);
    },
    args: [String(word), String(size), { COLOR, size: 3 }]
  });
  chrome.scripting.executeScript({
    target: { tabId },
    func: (word) => show(word, word),
    args: [word]
  });
  chrome.scripting.executeScript({
    target: { tabId },
    func: (value) => go(value),
    args: [chrome.runtime.getURL('page.html')]
  });
}

chrome.runtime.onMessage.addListener(({ word, size }, { tab }) => decorate(tab.id, word, size));
