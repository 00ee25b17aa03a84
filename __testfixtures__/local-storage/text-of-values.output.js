let stored = {};
const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
  stored = saved.stored;
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await storedLoaded;
  stored.on = 'true';
  stored.none = 'null';
  stored.count = '12';
  chrome.storage.local.set({ stored });
  stored.half = String(.5);
  stored.name = 'tab';
  stored.label = `tab ${tab.id}`;
  stored.both = 'tab ' + tab.id;
  chrome.storage.local.set({ stored });
  stored.url = String(tab.url);
  chrome.storage.local.set({ stored });
  stored.sum = String(tab.id + tab.index);
  stored.pick = tab.active ? 'yes' : 'no';
  chrome.storage.local.set({ stored });
  stored.list = JSON.stringify([tab.id]);
  chrome.storage.local.set({ stored });
  stored.tab = String(JSON.stringify(tab));
  chrome.storage.local.set({ stored });
  stored.last = String(undefined);
  chrome.storage.local.set({ stored });
  console.log(stored.on === 'true');
});
