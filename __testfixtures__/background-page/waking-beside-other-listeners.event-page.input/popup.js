let chosen;
const more = document.querySelector('#more');

document.getElementById('go').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.getElementById('go').addEventListener('click', () => {
  window.close();
});

more.onkeyup = () => {
  browser.extension.getBackgroundPage().start(chosen);
};

document.body.addEventListener('keyup', () => {
  chosen = undefined;
});

$('#text').on('change', () => {
  browser.extension.getBackgroundPage().start();
});

$('#text').change(() => window.close());

$('#go').mouseup(() => {
  browser.extension.getBackgroundPage().start();
});

$('button').mouseup(() => window.close());
