function save() {
  chrome.storage.local.get({ saves: 0 }, ({ saves }) => chrome.storage.local.set({ saves: saves + 1 }));
}

(function () {
  chrome.contextMenus.create({ id: 'save', title: 'Save', onclick: save });
})();

chrome.tabs.onCreated.addListener(() => {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: 'save', title: 'Save this tab', onclick: save });
  });
});
