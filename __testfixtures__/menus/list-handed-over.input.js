const words = ['one', 'two'];
const all = words;
all.push('three');

words.forEach((word) => {
  chrome.contextMenus.create({ title: word, onclick: () => chrome.tabs.create({ url: `https://example.com/${word}` }) });
});
