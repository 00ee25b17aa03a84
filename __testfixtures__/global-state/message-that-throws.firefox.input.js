let locked = 0;

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'lock') {
    if (locked > 2) throw new Error('locked');
    locked++;
  } else if (message.type === 'count') {
    return Promise.resolve(locked);
  }
});
