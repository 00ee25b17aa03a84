const parser = new DOMParser();
window.addEventListener('message', (event) => console.log(event.data, parser));
