var openFiles = {};
var stateRestored = chrome.storage.session.get({ openFiles: openFiles }).then(function(saved) {
  openFiles = saved.openFiles;
}).catch(console.error);

chrome.fileSystemProvider.onOpenFileRequested.addListener(async function(options, onSuccess, onError) {
  if (options.mode == 'WRITE') {
    onError('INVALID_OPERATION');
    return;
  }
  await stateRestored;
  openFiles[options.requestId] = options.url;
  chrome.storage.session.set({ openFiles: openFiles });
  onSuccess();
});

chrome.fileSystemProvider.onCloseFileRequested.addListener(async function(options, onSuccess, onError) {
  await stateRestored;
  if (!openFiles[options.requestId]) {
    onError('INVALID_OPERATION');
  } else {
    delete openFiles[options.requestId];
    chrome.storage.session.set({ openFiles: openFiles });
    onSuccess();
  }
});
