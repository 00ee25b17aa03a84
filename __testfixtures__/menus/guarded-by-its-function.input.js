function setUp() {
  if (setUp.done) return;
  setUp.done = true;
  chrome.contextMenus.create({ id: 'save', title: 'Save' });
}

setUp();
chrome.tabs.onCreated.addListener(setUp);
