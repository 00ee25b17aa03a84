let shown = false;
const stateRestored = chrome.storage.session.get({ shown }).then((saved) => {
  shown = saved.shown;
}).catch(console.error);

function greet() {
  if (!shown) {
    shown = true;
    chrome.storage.session.set({ shown });
    chrome.tabs.create({ url: 'hello.html' });
  }
}

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  greet();
});
