console.log('// mv3-codemod-ignore timers: words, and no comment'); setInterval(poll, 1000);

function poll() {
  chrome.tabs.query({}, (tabs) => console.log(tabs.length));
}
