browser.runtime.getBackgroundPage().then((page) => {
  document.body.style.color = page.settings.color;
  document.title = new Date(page.started).toString();
});
