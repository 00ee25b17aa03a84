// mv3-codemod-ignore timers: the page that shows it keeps the background
/* every minute */ setInterval(poll, 60000);

function poll() {
  fetch('https://example.com/poll');
}
