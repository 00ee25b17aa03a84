var openFiles = {};

chrome.fileSystemProvider.onCloseFileRequested.addListener(function(options, onSuccess) {
  if (!openFiles[options.requestId]) throw new Error('not open');
  delete openFiles[options.requestId];
  onSuccess();
});

chrome.fileSystemProvider.onOpenFileRequested.addListener(function(options, onSuccess) {
  openFiles[options.requestId] = options.url;
  onSuccess();
});
