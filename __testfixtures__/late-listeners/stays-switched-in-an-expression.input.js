const log = (tabId) => console.log(tabId);

const start = () => (chrome.tabs.onRemoved.addListener(log), 'started');
const stop = () => chrome.tabs.onRemoved.removeListener(log) || 'stopped';

chrome.runtime.onMessage.addListener(({ on }, sender, respond) => respond(on ? start() : stop()));
