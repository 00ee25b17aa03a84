const box = document.querySelector('#dark');
function setLimit(limit) {
  return localStorage.limit = limit;
}
box.addEventListener('change', () => {
  if (localStorage.dark = box.checked) document.title = setLimit(5) + 1;
  const count = () => ++localStorage.count;
  box.title = count() + 1;
});
