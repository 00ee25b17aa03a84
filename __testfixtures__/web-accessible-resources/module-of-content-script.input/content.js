import(chrome.runtime.getURL('app.js')).then(({ start }) => start());
