document.getElementById('button').onclick = () => {
  chrome.runtime.sendMessage({ type: 'background/refresh' });
};
