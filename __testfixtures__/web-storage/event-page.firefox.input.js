sessionStorage.started = Date.now();
const theme = localStorage.theme;
window.addEventListener('storage', (event) => console.log(event.key, theme));
