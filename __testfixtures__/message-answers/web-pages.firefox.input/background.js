browser.runtime.onMessageExternal.addListener((message) => console.log(message));
browser.runtime.onConnectExternal.addListener((port) => port.disconnect());
