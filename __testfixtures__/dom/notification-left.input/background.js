chrome.runtime.onMessage.addListener((message) => {
  const shown = new Notification('Kept', { icon: 'bell.png', body: 'a' });
  shown.onclick = () => chrome.tabs.create({ url: message.url });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Clicked', { icon: 'bell.png', body: 'a' }).onclick = () => console.log(message);
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Bare');
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Plain', { body: 'a' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Tagged', { icon: 'bell.png', tag: 'a' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Remote', { icon: message.icon });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Drawn', { icon: 'bell.svg' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Upwards', { icon: '../bell.png' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Website', { icon: 'https://example.com/bell.png' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Given', message.options);
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Spread', { ...message.options, icon: 'bell.png' });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Loud', { icon: 'bell.png', silent: message.silent });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification('Explained', { icon: 'bell.png' /* ours */ });
});
chrome.runtime.onMessage.addListener((message) => {
  new Notification(...message.titles);
});
chrome.alarms.onAlarm.addListener(() => new Notification('Given back', { icon: 'bell.png' }));

chrome.tabs.onAttached.addListener((tabId) => {
  new Notification(`Tab ${tabId}`, { icon: chrome.runtime.getURL(localIconOf(tabId)) });
});

function localIconOf(tabId) {
  return tabId % 2 === 0 ? 'even.svg' : 'odd.png';
}
