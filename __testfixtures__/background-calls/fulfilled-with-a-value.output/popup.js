document.getElementById('button').onclick = async () => {
  document.title = await chrome.runtime.sendMessage({
    type: 'background/load'
  });
};
document.getElementById('field').oninput = () => {
  chrome.runtime.sendMessage({ type: 'background/load' }).then((count) => {
    document.title = count;
  });
};
