document.onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'light' }
  });
};
