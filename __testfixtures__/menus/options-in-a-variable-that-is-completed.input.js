function clicked(info) {
  console.log(info.menuItemId);
}

const items = [];

function show(engines) {
  for (const { id, title, icon } of engines) {
    const item = { id, title, contexts: ['selection'], onclick: clicked };
    if (icon) item.icons = { 16: icon };
    chrome.contextMenus.create(item);
  }
}

function add(options) {
  options.contexts = ['page'];
  return chrome.contextMenus.create(options);
}

function addLater(title) {
  const item = { title };
  item.onclick = clicked;
  items.push(item);
  chrome.contextMenus.create(item);
}

function addNamed(title) {
  const item = { title };
  item.id = title;
  chrome.contextMenus.create(item);
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.storage.local.get({ engines: [] }, ({ engines }) => show(engines));
  add({ title: 'Read', onclick: () => clicked({ menuItemId: 'read' }) });
  add({ id: 'keep', title: 'Keep' });
  addLater('Later');
  addNamed('Named');
});
