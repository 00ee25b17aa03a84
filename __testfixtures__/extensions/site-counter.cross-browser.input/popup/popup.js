chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  const site = window.Sites.hostOf(tab.url);
  chrome.runtime.sendMessage({ command: 'describe', site }, (text) => {
    document.getElementById('site').textContent = window.wordsFor(1, 'site') + ' ' + text;
  });
});
