document.getElementById('button').onclick = async () => {
  await chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  chrome.storage.local.get('mode', ({ mode }) => {
    document.title = mode;
  });
};
