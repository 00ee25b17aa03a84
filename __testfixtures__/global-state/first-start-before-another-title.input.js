let count = 0;

function bump() {
  count++;
  chrome.action.setTitle({ title: String(count) });
}

bump();
chrome.action.setTitle({ title: 'ready' });

chrome.tabs.onCreated.addListener(() => bump());
