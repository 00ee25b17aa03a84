function storeItems() {
  localStorage.mode = document.querySelector('#mode').value;
}
document.querySelector('#mode').addEventListener('change', storeItems);
