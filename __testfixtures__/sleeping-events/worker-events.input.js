self.addEventListener('message', ({ data }) => chrome.tabs.create({ url: data }));
self.addEventListener('push', ({ data }) => chrome.tabs.create({ url: data.text() }));
chrome.storage.local.get('on', ({ on }) => {
  if (on) self.addEventListener('notificationclick', () => chrome.tabs.create({}));
});

const channel = new MessageChannel();
channel.port1.addEventListener('message', ({ data }) => console.log(data));
