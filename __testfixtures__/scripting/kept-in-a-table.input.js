const actions = { script: chrome.tabs.executeScript, style: chrome.tabs.insertCSS };

chrome.runtime.onMessage.addListener(({ kind, details }, { tab }) => actions[kind](tab.id, details));
