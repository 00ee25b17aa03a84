chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'save', title: 'Save', contexts: ['image'] });
});

chrome.contextMenus.onClicked.addListener((info) => {
  console.log(info.srcUrl);
});
