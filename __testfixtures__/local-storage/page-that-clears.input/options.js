document.querySelector('#reset').addEventListener('click', () => localStorage.clear());
