const settings = new Map(Object.entries({ mode: 'dark' }));
const keep = (store) => settings.forEach((value, key) => store.setItem(key, value));
document.querySelector('#mode').addEventListener('change', () => keep(localStorage));
