let count = 0;
let step = 1;

function bump() {
  count += step;
}

bump();
step = 2;

chrome.tabs.onCreated.addListener(() => bump());
chrome.tabs.onRemoved.addListener(() => console.log(count));
