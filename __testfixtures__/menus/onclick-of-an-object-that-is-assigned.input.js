let notes = {
  add(info) {
    chrome.storage.local.set({ note: info.selectionText });
  },
};

chrome.contextMenus.create({ id: 'note', title: 'Note', contexts: ['selection'], onclick: notes.add });

chrome.tabs.onCreated.addListener(() => {
  notes = { add: () => chrome.storage.local.remove('note') };
});
