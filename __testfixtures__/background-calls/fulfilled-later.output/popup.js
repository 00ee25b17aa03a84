document.getElementById('button').onclick = async () => {
  await chrome.runtime.sendMessage({
    type: 'background/load',
    args: { id: 'a' }
  });
};
