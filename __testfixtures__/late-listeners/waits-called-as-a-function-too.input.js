let last = '';

function note(tab) {
  last = tab.url;
  chrome.storage.local.set({ last });
}

async function init() {
  const { busy } = await chrome.storage.local.get('busy');
  if (busy) return;
  chrome.tabs.onCreated.addListener(note);
}

chrome.runtime.onMessage.addListener((message) => {
  note({ url: message.url });
});

init();
