const bg = chrome.extension.getBackgroundPage();
function titleOf() {
  return bg.isOn() ? 'on' : 'off';
}
document.getElementById('button').onclick = () => {
  document.title = titleOf();
};
