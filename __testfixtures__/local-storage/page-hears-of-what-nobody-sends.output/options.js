function storeItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storeItems();

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reset') {
    localStorage.removeItem('mode');
    storeItems();
  }
});
document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  storeItems();
});
