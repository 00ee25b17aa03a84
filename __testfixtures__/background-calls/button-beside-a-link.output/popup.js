document.getElementById('button').addEventListener('click', function (event) {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
});
