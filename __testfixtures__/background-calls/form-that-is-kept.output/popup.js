document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
});
