let handle;
chrome.runtime.onMessage.addListener((message) => {
  const minutes = Number(message.minutes);
  if (!(minutes > 0)) return;
  clearTimeout(handle);
  handle = setTimeout(ring, minutes * 60 * 1000);
});
function ring() {
  chrome.tabs.create({ url: 'ring.html' });
}
