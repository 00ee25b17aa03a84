for (const input of document.querySelectorAll('input')) {
  input.value = localStorage[`label-${input.id}`] || '';
  input.onchange = () => {
    localStorage[`label-${input.id}`] = input.value;
  };
}
document.querySelector('#clear').onclick = () => localStorage.clear();
