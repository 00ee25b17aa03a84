function leave() {
  window.close();
}
document.getElementById('button').addEventListener('click', async function () {
  await chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  leave();
});
