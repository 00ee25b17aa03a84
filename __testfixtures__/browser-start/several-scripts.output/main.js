show();

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(function() {});
