function storeItems() {
  chrome.storage.local.set({ pageItems: { ...localStorage } });
}
storeItems();

for (const input of document.querySelectorAll('input')) {
  input.value = localStorage[`label-${input.id}`] || '';
  input.onchange = () => {
    localStorage[`label-${input.id}`] = input.value;
    storeItems();
  };
}
document.querySelector('#clear').onclick = () => {
  const result = localStorage.clear();
  storeItems();
  return result;
};
