let greeting = '';

const handlers = {
  greet: () => console.log(greeting),
  forget: () => chrome.storage.local.remove('greeting'),
};

chrome.contextMenus.onClicked.addListener(async ({ menuItemId }) => {
  const handler = handlers[menuItemId];
  await greetingLoaded;
  handler && handler();
});

const greetingLoaded = chrome.storage.local.get('greeting').then((saved) => {
  greeting = saved.greeting;
}).catch(console.error);
