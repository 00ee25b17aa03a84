const act = () => window.close();

// The click goes on to what is around.
document.getElementById('in-box').addEventListener('click', () => {
  browser.extension.getBackgroundPage().start(1);
});
document.querySelector('.box').addEventListener('click', act);

// The same element by other words.
for (const one of document.querySelectorAll('.one')) {
  one.addEventListener('click', () => {
    browser.extension.getBackgroundPage().start(2);
  });
}
document.getElementById('second').addEventListener('click', act);

// A capturing listener comes before those of what is inside.
document.getElementById('outside').addEventListener('mouseover', () => {
  browser.extension.getBackgroundPage().start(3);
}, true);
document.getElementById('inside').onmouseover = act;

window.addEventListener('dblclick', () => {
  browser.extension.getBackgroundPage().start(4);
}, { capture: true });
document.getElementById('inside').ondblclick = act;

// A click comes right behind the button's release, what a key does behind the key.
document.getElementById('pressed').addEventListener('mouseup', () => {
  browser.extension.getBackgroundPage().start(5);
});
document.getElementById('pressed').onclick = act;

document.querySelector('.box input').addEventListener('keydown', ({ target }) => {
  browser.extension.getBackgroundPage().start(target.value);
});
document.getElementById('name').addEventListener('keyup', () => {
  document.getElementById('name').value = '';
});

document.getElementById('event').onclick = () => {
  browser.extension.getBackgroundPage().start(window.event.type);
};

// These may wait: what is inside is over, and the others are beside them.
document.getElementById('outside').addEventListener('click', async () => {
  (await browser.runtime.getBackgroundPage()).start(6);
});
document.getElementById('inside').addEventListener('click', act);

document.getElementById('alone').addEventListener('click', async () => {
  (await browser.runtime.getBackgroundPage()).start(7);
}, { once: true });
document.querySelector('#close.button').addEventListener('click', act);

// What it is added to may be set while it waits.
document.getElementById('alone').addEventListener('keyup', async () => {
  const backgroundPage = await browser.runtime.getBackgroundPage();
  document.title += backgroundPage.count;
});
document.getElementById('alone').addEventListener('mouseout', async () => {
  const backgroundPage = await browser.runtime.getBackgroundPage();
  document.title = document.title + backgroundPage.count;
});

// The first one in there is not the first of the page.
const outside = document.getElementById('outside');
outside.querySelector('button').addEventListener('wheel', () => {
  browser.extension.getBackgroundPage().start(8);
});
document.getElementById('inside').addEventListener('wheel', act);
