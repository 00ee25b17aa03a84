document.querySelector('#go').addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  show(page);
});

document.querySelector('#stop').addEventListener('click', () => {
  show(browser.extension.getBackgroundPage());
});

function show(page) {
  document.querySelector('#more').onclick = () => page.start();
}
