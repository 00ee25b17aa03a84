const COLOR = 'red';

function decorate(tabId, word, size) {
  const count = word.length;
  chrome.tabs.executeScript(tabId, { code: 'paint("' + COLOR + '", ' + count + ')' });
  chrome.tabs.executeScript(tabId, { code: `find('${word}')` });
  chrome.tabs.executeScript(tabId, { code: `document.title = "Found ${word} (${size}px)"; mark(${JSON.stringify({ COLOR, size: 3 })});` });
  chrome.tabs.executeScript(tabId, { code: `show(${JSON.stringify(word)}, ${JSON.stringify(word)})` });
  chrome.tabs.executeScript(tabId, { code: 'go("' + chrome.runtime.getURL('page.html') + '")' });
}

chrome.runtime.onMessage.addListener(({ word, size }, { tab }) => decorate(tab.id, word, size));
