const greeting = document.getElementById('greeting');

function show() {
  greeting.value = localStorage.greeting || 'Hello';
  document.getElementById('name').value = localStorage.getItem('name') || '';
}

greeting.addEventListener('change', () => {
  localStorage.greeting = greeting.value;
});
document.getElementById('name').onchange = (event) => localStorage.setItem('name', event.target.value);
document.getElementById('forget').addEventListener('click', () => {
  delete localStorage.greeting;
  localStorage.removeItem('name');
  show();
});
show();
