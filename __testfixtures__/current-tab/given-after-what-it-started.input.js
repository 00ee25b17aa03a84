let color;

chrome.action.onClicked.addListener(() => {
  chrome.storage.local.get('color', (items) => {
    color = items.color;
  });
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    chrome.tabs.sendMessage(tabs[0].id, color);
  });
});
chrome.pageAction.onClicked.addListener(() => {
  fetch('color.json').then(keep);
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    chrome.tabs.sendMessage(tabs[0].id, color);
  });
});

function keep(answer) {
  color = answer.status;
}
