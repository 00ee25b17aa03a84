const selected = false;
const options = { url: 'a.html', selected };
chrome.tabs.create(options);
chrome.tabs.update(1, { 'selected': true }, () => {});
chrome.tabs.update({ selected: true });
