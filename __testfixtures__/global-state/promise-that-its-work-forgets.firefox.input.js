let saving = null;
let checking;

async function save() {
  const tabs = await browser.tabs.query({});
  await browser.storage.local.set({ urls: tabs.map((tab) => tab.url) });
}

browser.tabs.onUpdated.addListener(async () => {
  if (saving) return;
  saving = save().then(() => {
    saving = null;
  });
  await saving;
});

browser.action.onClicked.addListener(() => {
  checking = checking || save().finally(() => {
    checking = undefined;
  });
});
