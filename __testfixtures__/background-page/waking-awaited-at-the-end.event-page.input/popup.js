async function save(name) {
  browser.extension.getBackgroundPage().save(name);
}

async function load() {
  const { settings } = browser.extension.getBackgroundPage();
  return settings.names;
}

async function show() {
  document.title = (await load()).join(', ');
}

document.getElementById('go').addEventListener('click', async (event) => {
  event.preventDefault();
  for (const input of document.querySelectorAll('input')) await save(input.value);
  window.close();
});

document.getElementById('stop').addEventListener('click', show);

(async () => {
  await show();
})();
