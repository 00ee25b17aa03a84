document.querySelector('#go').addEventListener('click', () => {
  const origins = browser.extension.getBackgroundPage().origins;
  browser.permissions.request({ origins });
});

document.querySelector('#copy').addEventListener('click', copy);

function copy() {
  write(browser.extension.getBackgroundPage().count);
}

function write(text) {
  navigator.clipboard.writeText(text);
}
