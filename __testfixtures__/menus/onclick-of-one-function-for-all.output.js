let places = [];

function opened({ menuItemId }, tab) {
  const place = places.find(({ id }) => `place-${id}` === menuItemId);
  chrome.tabs.create({ url: place.url, index: tab.index });
}

function build() {
  chrome.contextMenus.removeAll();
  for (const place of places) {
    const item = { id: 'place-' + place.id, title: place.title, contexts: ['page'] };
    if (place.icon) item.icons = { 16: place.icon };
    chrome.contextMenus.create(item);
  }
}

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId.startsWith('place-')) opened(info, tab);
});

chrome.storage.local.get({ places: [] }, (stored) => {
  places = stored.places;
  build();
});
