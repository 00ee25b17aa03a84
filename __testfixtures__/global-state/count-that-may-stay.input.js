let failures = 0;

chrome.tabs.onCreated.addListener((tab) => {
  failures++;
  fetch(`https://example.com/${tab.id}`).then((answer) => {
    if (answer.ok) failures--;
  });
});

let open = 0;

chrome.tabs.onActivated.addListener(() => {
  open += 1;
});

chrome.tabs.onRemoved.addListener(() => {
  open -= 1;
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setBadgeText({ text: `${failures} ${open}` });
});
