document.querySelector('#mode').value = localStorage.mode;
