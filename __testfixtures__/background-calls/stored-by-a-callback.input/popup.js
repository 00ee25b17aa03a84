const bg = chrome.extension.getBackgroundPage();
function save(done) {
  bg.setMode('dark');
  done();
}
save(() => chrome.storage.local.get('mode', console.log));
