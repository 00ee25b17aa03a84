document.addEventListener('DOMContentLoaded', async () => {
  document.getElementById('button').textContent = await chrome.runtime.sendMessage({
    type: 'background/count'
  });
});
