var words = ['north', 'south'];
var picked;
var opened;
var served;
var width;

// Lost: made of what the page gives, of the moment, or read without being made again.
function pick(index) {
  picked ??= words[index];
  return picked;
}

function openedAt() {
  opened ??= Date.now();
  return opened;
}

function serve() {
  if (!served) served = words.join();
}

// No loss: made again, of what lasts, before each use.
function widthOfPage() {
  width ??= screen.width / 2;
  return width;
}

browser.tabs.onCreated.addListener((tab) => {
  console.log(tab.id, picked, openedAt() > 5, served, widthOfPage());
});
