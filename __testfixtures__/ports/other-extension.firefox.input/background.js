const sockets = { connect: () => ({ postMessage() {} }) };
const socket = sockets.connect();
browser.tabs.onCreated.addListener(() => socket.postMessage('a'));
