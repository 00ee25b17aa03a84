let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

let error;
browser.storage.local.get('rules').catch((found) => {
  error = found;
  startListening();
});

browser.tabs.onCreated.addListener(async () => {
  await listening;
  console.log(error.message);
});
