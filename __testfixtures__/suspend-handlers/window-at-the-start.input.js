let seconds = 0;

chrome.tabs.onActivated.addListener(() => {
  seconds += 1;
});

window.addEventListener('beforeunload', save);
window.onunload = save;

self.addEventListener('pagehide', save);

chrome.action.onClicked.addListener(() => {
  window.addEventListener('beforeunload', save);
});

function save() {
  chrome.storage.local.set({ seconds });
}
