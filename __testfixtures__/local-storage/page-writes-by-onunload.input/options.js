window.onunload = () => {
  localStorage.mode = document.querySelector('#mode').value;
};
