for (const name of ['a', 'b']) importScripts(`${name}.js`);
chrome.runtime.onMessage.addListener(() => {});
