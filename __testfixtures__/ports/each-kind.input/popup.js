chrome.runtime.connect({ name: 'popup' });
const presence = chrome.runtime.connect();

const port = chrome.runtime.connect({ name: 'commands' });
document.querySelector('button').onclick = () => port.postMessage('start');
