async function save(done) {
  await chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  done();
}
save(() => chrome.storage.local.get('mode', console.log));
