const field = document.getElementById('field');

document.getElementById('button').addEventListener('click', () => {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { value: field.value }
  });
});

document.addEventListener('DOMContentLoaded', async () => {
  field.value = await chrome.runtime.sendMessage({
    type: 'background/getMode'
  });
});
