let background = browser.extension.getBackgroundPage();

const output = document.querySelector('output');

document.querySelector('form').addEventListener('submit', (event) => {
  background.note(document.querySelector('#word').value).then((words) => {
    output.value = words.length;
  });
  event.preventDefault();
});

document.querySelector('#show').addEventListener('click', show);

async function show() {
  const { words } = await browser.storage.local.get('words');
  output.value = browser.extension.getBackgroundPage().describe(words);
}
