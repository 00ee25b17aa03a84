const loaded = new Promise((resolve) => chrome.storage.local.get(['options'], resolve)).then((result) => {
  chrome.storage.local.set({ options: { ...defaults(), ...result.options } });
}).catch(console.error);

function defaults() {
  return { isOn: true };
}

chrome.runtime.onMessage.addListener((message) => {
  loaded.then(() => chrome.storage.local.set({ options: message.options }));
});
