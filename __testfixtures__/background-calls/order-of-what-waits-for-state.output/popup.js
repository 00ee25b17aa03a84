const background = chrome.extension.getBackgroundPage();

document.getElementById('go').onclick = async () => {
  await chrome.runtime.sendMessage({ type: 'background/off' });
  chrome.runtime.sendMessage({
    type: 'background/setTitle',
    args: { title: 'off' }
  });
};

document.getElementById('more').onclick = async () => {
  await chrome.runtime.sendMessage({
    type: 'background/show',
    args: { text: 'one' }
  });
  restore();
};

function restore() {
  chrome.runtime.sendMessage({ type: 'background/off' });
}

document.getElementById('last').onclick = () => {
  background.load().then(() => document.body.remove());
  chrome.runtime.sendMessage({
    type: 'background/setTitle',
    args: { title: 'loaded' }
  });
};

document.getElementById('go').onmouseover = (event) => {
  background.off();
  chrome.runtime.sendMessage({
    type: 'background/setTitle',
    args: { title: 'over' }
  });
  event.preventDefault();
};

for (const title of ['a', 'b']) {
  chrome.runtime.sendMessage({ type: 'background/setTitle', args: { title } });
  background.off();
}
