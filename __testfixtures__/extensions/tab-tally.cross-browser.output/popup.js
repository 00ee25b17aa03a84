const count = document.getElementById('count');

async function update() {
  count.textContent = await browser.runtime.sendMessage({
    type: 'background/getCount'
  });
}

document.addEventListener('DOMContentLoaded', update);

document.getElementById('add').addEventListener('click', () => {
  browser.runtime.sendMessage({ type: 'background/add', args: { step: 2 } });
  update();
});

document.getElementById('note').addEventListener('click', async () => {
  await browser.runtime.sendMessage({
    type: 'background/note',
    args: { name: 'popup' }
  });
  const { noted } = await browser.storage.local.get('noted');
  count.textContent = noted;
});

document.getElementById('reset').addEventListener('click', async () => {
  await browser.runtime.sendMessage({ type: 'background/reset' });
  window.close();
});
