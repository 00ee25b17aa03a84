// All of it happens at once.
document.addEventListener('DOMContentLoaded', async () => {
  const { counts } = await browser.runtime.getBackgroundPage();
  Object.keys(counts).forEach((name) => {
    document.getElementById('list').append(counts[name]);
  });
});

// It asks again.
document.addEventListener('click', () => {
  browser.runtime.getBackgroundPage().then((page) => page.clear('list'));
});
