// mv3-codemod-ignore timers: it may end with the background
setInterval(poll, 5 * 60 * 1000);

setInterval(sweep, 60 * 60 * 1000); /* mv3-codemod-ignore */

function poll() {
  console.log('poll');
}

function sweep() {
  chrome.storage.local.clear();
}
