browser.runtime.getBackgroundPage().then((page) => {
  document.getElementById('clear').addEventListener('click', () => {
    page.clear('all');
  });
});

async function showFirst() {
  const page = await browser.runtime.getBackgroundPage();
  const button = document.createElement('button');
  button.onclick = () => page.clear('first');
  document.body.append(button);
}

showFirst();
