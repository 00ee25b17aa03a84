function storeItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storeItems();

document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  storeItems();
});
