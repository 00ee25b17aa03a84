const app = new Proxy({ count: 0 }, {
  set(target, key, value) {
    target[key] = value;
    chrome.action.setBadgeText({ text: String(value) });
    return true;
  },
});
chrome.tabs.onCreated.addListener(() => { app.count++; });
chrome.action.onClicked.addListener(() => console.log(app.count));
