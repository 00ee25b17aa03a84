function first(id) {
  chrome.contextMenus.create({ id, title: id, onclick: () => { chrome.tabs.create({ url: 'https://a.example/' }); } });
}

function later(id) {
  chrome.contextMenus.create({ id, title: `${id}…`, onclick: () => { chrome.tabs.create({ url: 'https://a.example/' }); } });
}

first('one');
first('two');

chrome.tabs.onCreated.addListener(() => {
  chrome.contextMenus.removeAll();
  later('one');
  later('two');
});
