document.getElementById('button').onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  chrome.runtime.sendMessage({ type: 'background/count', args: { step: 1 } });
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'light' }
  });
  chrome.runtime.sendMessage({ type: 'background/count', args: { step: 2 } });
};
