function storePageItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storePageItems();

function storeItems() {
  localStorage.mode = document.querySelector('#mode').value;
  storePageItems();
}
document.querySelector('#mode').addEventListener('change', storeItems);
