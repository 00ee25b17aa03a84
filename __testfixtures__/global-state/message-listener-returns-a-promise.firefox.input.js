let n = 0;
browser.runtime.onMessage.addListener((message) => {
  if (message === 'add') {
    n++;
    return Promise.resolve(n);
  }
});
