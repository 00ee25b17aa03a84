var sizes = { small: 100, large: 400 };

for (const size in sizes) {
  chrome.contextMenus.create({
    title: size,
    contexts: ['page'],
    onclick: function (info, tab) {
      chrome.tabs.sendMessage(tab.id, { width: sizes[size] });
    }
  });
}
