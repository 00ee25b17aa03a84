const go = document.getElementById('go');
const view = {};

go.addEventListener('click', () => {
  browser.extension.getBackgroundPage().start();
});

document.getElementById('text').addEventListener('keyup', (event) => {
  if (event.key !== 'Enter') return;
  go.click();
  window.close();
});

$('#more').on('dblclick', () => {
  browser.extension.getBackgroundPage().start();
});

$('#text').focus(() => {
  $('#more').trigger('dblclick');
  window.close();
});

view.onupdate = () => {
  browser.extension.getBackgroundPage().start();
};

$('#text').keydown(() => {
  view.onupdate();
  window.close();
});

document.getElementById('text').addEventListener('change', () => {
  browser.extension.getBackgroundPage().start();
});

$('#text').mouseover(() => {
  document.getElementById('text').dispatchEvent(new Event('change'));
  window.close();
});
