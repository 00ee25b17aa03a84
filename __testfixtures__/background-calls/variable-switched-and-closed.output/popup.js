document.getElementById('button').onclick = async () => {
  await chrome.runtime.sendMessage({
    type: 'background/enabled/set',
    args: { value: false }
  });
  window.close();
};
