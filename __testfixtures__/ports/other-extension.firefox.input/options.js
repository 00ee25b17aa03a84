const port = browser.runtime.connect('friend@example.com');
port.onMessage.addListener(console.log);
