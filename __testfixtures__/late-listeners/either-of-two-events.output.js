let title = 'Clip';

const titleLoaded = chrome.storage.local.get({ title: 'Clip' }).then((items) => {
  title = items.title;
}).catch(console.error);

(chrome.action || chrome.browserAction).onClicked.addListener(async (tab) => {
  await titleLoaded;
  chrome.tabs.sendMessage(tab.id, { title });
});
