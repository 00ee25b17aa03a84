document.querySelector('button').onclick = () => reloadActive();
