browser.runtime.getBackgroundPage().then((page) => {
  document.body.textContent = String(page.counter.count);
});
