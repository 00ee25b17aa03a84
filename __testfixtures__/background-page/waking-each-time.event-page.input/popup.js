let backgroundPage = browser.extension.getBackgroundPage();

document.querySelector('#go').addEventListener('click', function (e) {
  e.preventDefault();
  backgroundPage.start(document.querySelector('input').value);
});

document.querySelector('#stop').addEventListener('click', () => backgroundPage.stop());

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    // From the keyboard.
    backgroundPage.count++;
    backgroundPage.start();
  } else if (event.key === 'Escape') {
    window.close();
  }
});
