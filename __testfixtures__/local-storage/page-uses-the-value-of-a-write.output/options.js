function storeItems() {
  chrome.storage.local.set({ pageItems: { dark: localStorage.dark, limit: localStorage.limit, count: localStorage.count } });
}
storeItems();

const box = document.querySelector('#dark');
function setLimit(limit) {
  const result = localStorage.limit = limit;
  storeItems();
  return result;
}
box.addEventListener('change', () => {
  const result = localStorage.dark = box.checked;
  storeItems();
  if (result) document.title = setLimit(5) + 1;
  const count = () => {
    const result = ++localStorage.count;
    storeItems();
    return result;
  };
  box.title = count() + 1;
});
