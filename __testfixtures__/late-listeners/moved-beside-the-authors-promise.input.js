let options;

async function load() {
  options = await chrome.storage.local.get({ title: 'Tabs' });
}

const ready = load();

ready.then(() => {
  chrome.tabs.onCreated.addListener((tab) => console.log(options.title, tab.id));
});
