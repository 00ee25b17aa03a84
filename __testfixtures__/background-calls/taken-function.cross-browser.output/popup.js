document.getElementById('button').onclick = () => browser.runtime.sendMessage({
  type: 'background/setMode',
  args: { mode: 'dark' }
});
