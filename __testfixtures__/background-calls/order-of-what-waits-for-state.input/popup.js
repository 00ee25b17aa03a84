const background = chrome.extension.getBackgroundPage();

document.getElementById('go').onclick = () => {
  background.off();
  background.setTitle('off');
};

document.getElementById('more').onclick = () => {
  background.show('one');
  restore();
};

function restore() {
  background.off();
}

document.getElementById('last').onclick = () => {
  background.load().then(() => document.body.remove());
  background.setTitle('loaded');
};

document.getElementById('go').onmouseover = (event) => {
  background.off();
  background.setTitle('over');
  event.preventDefault();
};

for (const title of ['a', 'b']) {
  background.setTitle(title);
  background.off();
}
