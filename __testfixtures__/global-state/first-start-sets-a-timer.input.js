let count = 0;

function bump() {
  count++;
  setTimeout(() => console.log('counted'), 500);
}

bump();

chrome.tabs.onCreated.addListener(() => bump());
