document.querySelector('#swap').addEventListener('click', () => {
  [localStorage.mode, localStorage.other] = [localStorage.other, localStorage.mode];
});
