// What fails here is caught, is waited for by nobody, or is a file of the extension.
async function start() {
  try {
    await fetch('https://example.org/terms');
  } catch (error) {
    console.error(error);
  }
  chrome.tabs.onCreated.addListener((tab) => console.log('created', tab.id));
}
start();

async function begin() {
  fetch('https://example.org/started');
  await chrome.storage.local.get('begun');
  chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
}
begin();

fetch(chrome.runtime.getURL('words.json')).then(() => {
  chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
});
