let shown = false;

function greet() {
  if (!shown) {
    shown = true;
    chrome.tabs.create({ url: 'hello.html' });
  }
}

chrome.tabs.onRemoved.addListener(() => {
  greet();
});
