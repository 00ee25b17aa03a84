browser.runtime.onMessage.addListener((message) => Promise.resolve(eval(message)));
