document.getElementById('button').onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
};
