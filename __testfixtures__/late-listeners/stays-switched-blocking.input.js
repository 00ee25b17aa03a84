function redirect({ url }) {
  return { redirectUrl: url.replace('old.', 'www.') };
}
async function update() {
  const { on } = await chrome.storage.local.get('on');
  if (on) chrome.webRequest.onBeforeRequest.addListener(redirect, { urls: ['<all_urls>'] }, ['blocking']);
  else chrome.webRequest.onBeforeRequest.removeListener(redirect);
}
chrome.storage.onChanged.addListener(update);
update();
