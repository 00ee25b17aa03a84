function storeItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storeItems();

document.querySelector('#mode').addEventListener('change', (event) => {
  while (localStorage.mode = event.target.value) event.target.value = event.target.value.slice(1);
  storeItems();
});
