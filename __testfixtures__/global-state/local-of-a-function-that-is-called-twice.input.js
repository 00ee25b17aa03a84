function watch(text) {
  let count = 0;
  chrome.tabs.onCreated.addListener(() => {
    count++;
    chrome.browserAction.setBadgeText({ text: text + count });
  });
}
watch('a');
watch('b');
