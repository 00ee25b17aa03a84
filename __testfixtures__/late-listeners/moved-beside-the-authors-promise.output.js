let options;

async function load() {
  options = await chrome.storage.local.get({ title: 'Tabs' });
}

const ready = load().catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await ready;
  console.log(options.title, tab.id);
});
