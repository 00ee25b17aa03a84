let greeting = '';

const handlers = {
  greet: () => console.log(greeting),
  forget: () => chrome.storage.local.remove('greeting'),
};

chrome.contextMenus.onClicked.addListener(({ menuItemId }) => {
  const handler = handlers[menuItemId];
  handler && handler();
});

chrome.storage.local.get('greeting').then((saved) => {
  greeting = saved.greeting;
});
