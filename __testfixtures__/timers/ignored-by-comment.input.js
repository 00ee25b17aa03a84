// mv3-codemod-ignore timers: the page that needs it keeps the background alive
setInterval(poll, 1000);

/*
 * mv3-codemod-ignore is only a word here.
 */
chrome.runtime.onMessage.addListener((message) => {
  // mv3-codemod-ignore menus, timers: nobody
  // waits longer than that.

  if (message === 'later') setTimeout(poll, 10 * 60 * 1000);
  if (message === 'soon') setTimeout(sweep, 20 * 60 * 1000); // mv3-codemod-ignore timers
});

// mv3-codemod-ignore timers
function poll() {
  fetch('https://example.org/poll');
}

function sweep() {
  fetch('https://example.org/sweep');
}
