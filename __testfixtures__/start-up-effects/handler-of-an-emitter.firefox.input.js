const handlers = [];
const emitter = new Emitter();

emitter.on('done', () => {
  browser.notifications.create({ type: 'basic', title: 'Tea', message: 'Your tea is ready', iconUrl: 'icon.png' });
});

handlers.push(() => {
  browser.tabs.create({ url: 'https://tea.example/' });
});

browser.runtime.onMessage.addListener(() => {
  emitter.emit('done');
  for (const handler of handlers) handler();
});
