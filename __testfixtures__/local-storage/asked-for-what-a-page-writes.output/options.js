function storeItems() {
  chrome.storage.local.set({ pageItems: { ...localStorage } });
}
storeItems();

document.querySelector('#mute').addEventListener('click', () => {
  localStorage.muted = 'yes';
  storeItems();
});
