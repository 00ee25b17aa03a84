const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
  bg.list.push(1);
};
