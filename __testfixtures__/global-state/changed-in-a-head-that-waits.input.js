let tries = 0;
async function ask(number) {
  const { stop } = await chrome.storage.local.get('stop');
  return !stop && number < 3;
}
chrome.tabs.onCreated.addListener(async () => {
  while (await ask(tries++)) console.log('again');
});
