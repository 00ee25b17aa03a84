const background = chrome.extension.getBackgroundPage();

document.getElementById('go').onclick = () => {
  background.setMode('go');
};
document.querySelector('.box').addEventListener('click', () => window.close());

document.getElementById('more').addEventListener('mouseup', () => {
  background.setMode('more');
});
document.getElementById('more').addEventListener('click', () => window.close());

document.addEventListener('keydown', () => {
  background.setMode('key');
}, true);
document.getElementById('more').addEventListener('keydown', () => window.close());
