let count = 0;
browser.runtime.onMessage.addListener((message) => message.type === 'next' && Promise.resolve(++count));
browser.runtime.onMessageExternal.addListener(() => Promise.resolve({ count }));
browser.tabs.onCreated.addListener(() => {
  count++;
});
