document.getElementById('button').onclick = async () => {
  chrome.runtime.sendMessage({
    type: 'background/mode/set',
    args: { value: 'dark' }
  });
  document.title = await chrome.runtime.sendMessage({
    type: 'background/mode'
  });
};
