const background = chrome.extension.getBackgroundPage();

document.getElementById('go').onclick = () => {
  background.off();
  background.off();
};

document.getElementById('more').onclick = () => {
  background.setTitle('x');
  background.off();
  background.show('off');
};

document.getElementById('last').onclick = () => {
  background.load().then(() => background.setTitle('loaded'));
};
