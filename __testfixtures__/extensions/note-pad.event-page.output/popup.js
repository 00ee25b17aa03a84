const output = document.querySelector('output');

document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const background = await browser.runtime.getBackgroundPage();
  background.note(document.querySelector('#word').value).then((words) => {
    output.value = words.length;
  });
});

document.querySelector('#show').addEventListener('click', show);

async function show() {
  const { words } = await browser.storage.local.get('words');
  output.value = (await browser.runtime.getBackgroundPage()).describe(words);
}
