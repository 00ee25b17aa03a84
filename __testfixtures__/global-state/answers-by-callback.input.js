var openFiles = {};

chrome.fileSystemProvider.onOpenFileRequested.addListener(function(options, onSuccess, onError) {
  if (options.mode == 'WRITE') {
    onError('INVALID_OPERATION');
    return;
  }
  openFiles[options.requestId] = options.url;
  onSuccess();
});

chrome.fileSystemProvider.onCloseFileRequested.addListener(function(options, onSuccess, onError) {
  if (!openFiles[options.requestId]) {
    onError('INVALID_OPERATION');
  } else {
    delete openFiles[options.requestId];
    onSuccess();
  }
});
