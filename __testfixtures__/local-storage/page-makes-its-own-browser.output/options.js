function storeItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storeItems();

var browser = browser || chrome;
document.title = browser.i18n.getMessage('title');
document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  storeItems();
});
