let options = {};

function nodesFor(text) {
  return options.nodes.filter((node) => node.startsWith(text));
}

chrome.omnibox.onInputChanged.addListener((text, suggest) => {
  const nodes = nodesFor(text);
  if (options.sorted) nodes.sort();
  suggest(nodes.map((node) => ({ content: node, description: node })));
});

chrome.contextMenus.onClicked.addListener((info) => {
  const [node] = nodesFor(info.selectionText);
  chrome.permissions.request({ origins: [node] });
});

chrome.tabs.onRemoved.addListener(async () => {
  await optionsLoaded;
  if (options.sorted) console.log('sorted');
});

const optionsLoaded = chrome.storage.local.get('options').then((saved) => {
  options = saved.options;
}).catch(console.error);
