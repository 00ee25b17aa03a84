import { show } from './show.js';

function storeItems() {
  chrome.storage.local.set({ pageItems: { mode: localStorage.mode } });
}
storeItems();

show(localStorage.mode);
document.querySelector('#dark').onclick = () => {
  localStorage.mode = 'dark';
  storeItems();
  show('dark');
};
