window.addEventListener('load', start, false);

function start() {
  chrome.tabs.onRemoved.addListener((id) => log('closed', id));
}

const log = (...args) => console.log(PREFIX, ...args);
const PREFIX = 'tabs';
