document.getElementById('button').onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/enabled/set',
    args: { value: false }
  });
  chrome.runtime.sendMessage({
    type: 'background/name/set',
    args: { value: document.getElementById('field').value }
  });
};
