const bg = chrome.extension.getBackgroundPage();
const show = (page) => console.log(page);
show(bg);
document.getElementById('button').onclick = () => chrome.runtime.sendMessage({
  type: 'background/setMode',
  args: { mode: 'dark' }
});
