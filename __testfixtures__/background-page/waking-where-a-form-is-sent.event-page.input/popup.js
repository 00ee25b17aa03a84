document.getElementById('search').addEventListener('submit', () => {
  browser.extension.getBackgroundPage().start();
  return false;
});

document.getElementById('search').addEventListener('submit', (event) => {
  if (document.getElementById('text').value === '') {
    event.preventDefault();
    return;
  }
  browser.extension.getBackgroundPage().start();
});
