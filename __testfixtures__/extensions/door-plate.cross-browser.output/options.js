function storeItems() {
  if (chrome.extension.inIncognitoContext) return;
  chrome.storage.local.set({ pageItems: { name: localStorage.name, greeting: localStorage.greeting } });
}
storeItems();

const greeting = document.getElementById('greeting');

function show() {
  greeting.value = localStorage.greeting || 'Hello';
  document.getElementById('name').value = localStorage.getItem('name') || '';
}

greeting.addEventListener('change', () => {
  localStorage.greeting = greeting.value;
  storeItems();
});
document.getElementById('name').onchange = (event) => {
  localStorage.setItem('name', event.target.value);
  storeItems();
};
document.getElementById('forget').addEventListener('click', () => {
  delete localStorage.greeting;
  storeItems();
  localStorage.removeItem('name');
  storeItems();
  show();
});
show();
