document.getElementById('go').onclick = () => {
  chrome.runtime.sendMessage({ type: 'background/off' });
  chrome.runtime.sendMessage({ type: 'background/off' });
};

document.getElementById('more').onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/setTitle',
    args: { title: 'x' }
  });
  chrome.runtime.sendMessage({ type: 'background/off' });
  chrome.runtime.sendMessage({
    type: 'background/show',
    args: { text: 'off' }
  });
};

document.getElementById('last').onclick = () => {
  chrome.runtime.sendMessage({ type: 'background/load' }).then(() => chrome.runtime.sendMessage({
    type: 'background/setTitle',
    args: { title: 'loaded' }
  }));
};
