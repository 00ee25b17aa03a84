document.getElementById('button').onclick = async () => {
  browser.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'dark' }
  });
};
