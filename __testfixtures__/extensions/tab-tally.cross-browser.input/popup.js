const bg = browser.extension.getBackgroundPage();
const count = document.getElementById('count');

function update() {
  count.textContent = bg.getCount();
}

document.addEventListener('DOMContentLoaded', update);

document.getElementById('add').addEventListener('click', () => {
  bg.add(2);
  update();
});

document.getElementById('note').addEventListener('click', async () => {
  const page = await browser.runtime.getBackgroundPage();
  await page.note('popup');
  const { noted } = await browser.storage.local.get('noted');
  count.textContent = noted;
});

document.getElementById('reset').addEventListener('click', () => {
  bg.reset();
  window.close();
});
