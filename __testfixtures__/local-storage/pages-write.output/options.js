function storeItems() {
  chrome.storage.local.set({ pageItems: { limit: localStorage.limit, mode: localStorage.mode } });
}
storeItems();

const mode = document.querySelector('#mode');
const limit = document.querySelector('#limit');
mode.value = localStorage.mode || 'mild';
limit.value = localStorage.getItem('limit') || 20;

mode.addEventListener('change', () => {
  localStorage.mode = mode.value;
  storeItems();
});
limit.addEventListener('change', () => {
  localStorage.setItem('limit', limit.value);
  storeItems();
});
document.querySelector('#reset').addEventListener('click', () => {
  localStorage.removeItem('mode');
  storeItems();
  localStorage.removeItem('limit');
  storeItems();
  mode.value = 'mild';
  limit.value = 20;
});
