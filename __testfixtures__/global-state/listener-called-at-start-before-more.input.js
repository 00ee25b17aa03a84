let count = 0;

function bump() {
  count++;
  console.log(count);
}

bump();
console.log('then', count);

chrome.tabs.onCreated.addListener(bump);
