browser.runtime.getBackgroundPage().then((page) => {
  document.body.textContent = page.count + page.total + page.counter.count;
  const { last } = page;
  page.counter.list.forEach((one) => console.log(one, last));
});
