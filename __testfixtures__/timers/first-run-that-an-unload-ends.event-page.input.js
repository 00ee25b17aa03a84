function play() {
  document.getElementById('radio').play();
}

function register() {
  browser.contentScripts.register({ js: [{ file: 'mark.js' }], matches: ['<all_urls>'] });
}

const store = { found: new Map() };
const found = store.found;

async function search() {
  const answer = await fetch('https://shop.example/offers');
  for (const { id, price } of await answer.json()) found.set(id, price);
}

play();
setInterval(play, 3600000);
register();
setInterval(register, 7200000);
search();
setInterval(search, 600000);

browser.runtime.onMessage.addListener((id) => Promise.resolve(store.found.get(id)));
