const list = { history: [] };
document.getElementById('button').onclick = () => {
  list.history.length = 0;
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
};
