browser.action.onClicked.addListener(() => {
  browser.notifications.create('hello', {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/hello-48.svg'),
    title: 'Hello',
    message: 'Hello',
  });
});
