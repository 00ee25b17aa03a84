let last;

function remember() {
  last = browser.extension.getBackgroundPage().count;
}

document.addEventListener('click', () => {
  remember();
  document.title = last;
});
