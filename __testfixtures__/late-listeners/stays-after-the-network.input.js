// Without the network none of these was ever registered.
async function start() {
  await fetch('https://example.org/terms');
  chrome.tabs.onCreated.addListener((tab) => console.log('created', tab.id));
}
start();

fetch('https://example.org/news').then(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
});

async function ask() {
  const response = await fetch('https://example.org/rules');
  return response.json();
}

async function begin() {
  await ask();
  chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
}
begin();
