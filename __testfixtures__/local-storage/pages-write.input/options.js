const mode = document.querySelector('#mode');
const limit = document.querySelector('#limit');
mode.value = localStorage.mode || 'mild';
limit.value = localStorage.getItem('limit') || 20;

mode.addEventListener('change', () => {
  localStorage.mode = mode.value;
});
limit.addEventListener('change', () => localStorage.setItem('limit', limit.value));
document.querySelector('#reset').addEventListener('click', () => {
  localStorage.removeItem('mode');
  localStorage.removeItem('limit');
  mode.value = 'mild';
  limit.value = 20;
});
