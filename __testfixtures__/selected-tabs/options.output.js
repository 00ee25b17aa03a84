const selected = false;
const options = { url: 'a.html', active: selected };
chrome.tabs.create(options);
chrome.tabs.update(1, { 'active': true }, () => {});
chrome.tabs.update({ active: true });
