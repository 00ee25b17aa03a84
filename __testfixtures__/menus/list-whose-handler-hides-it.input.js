const words = ['one', 'two'];

words.forEach((word) => {
  chrome.contextMenus.create({
    id: word,
    title: word,
    onclick: (info) => {
      const words = info.selectionText.split(' ');
      chrome.tabs.create({ url: `https://example.com/${word}/${words.length}` });
    },
  });
});
