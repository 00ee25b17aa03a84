function load() {
  chrome.storage.local.get('mode', ({ mode }) => { document.title = mode; });
}
document.getElementById('button').addEventListener('click', async function (event) {
  await chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  setTimeout(load, 10);
});
