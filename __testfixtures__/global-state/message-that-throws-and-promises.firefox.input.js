const locked = {};

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'lock') {
    if (locked[message.name]) throw new Error('locked');
    locked[message.name] = true;
    return Promise.resolve(true);
  }
  if (message.type === 'free') delete locked[message.name];
});
