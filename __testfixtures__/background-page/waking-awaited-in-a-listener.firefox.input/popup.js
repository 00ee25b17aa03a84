async function save() {
  browser.extension.getBackgroundPage().start();
}

async function load() {
  browser.extension.getBackgroundPage().load();
}

async function stop() {
  browser.extension.getBackgroundPage().stop();
}

async function help() {
  browser.extension.getBackgroundPage().help();
}

async function count() {
  return browser.extension.getBackgroundPage().count;
}

async function hear() {
  browser.extension.getBackgroundPage().hear();
}

// Another listener of the same event closes the popup.
document.getElementById('go').addEventListener('click', async () => {
  await save();
});

document.getElementById('go').addEventListener('click', () => window.close());

// What comes behind the call counts on it.
async function restart() {
  await stop();
}

document.getElementById('stop').onclick = () => {
  restart();
  window.close();
};

// The browser follows the link.
document.getElementById('help').addEventListener('click', async () => {
  await help();
});

// A promise that is settled at once keeps the gesture, and the event.
document.getElementById('stop').addEventListener('keyup', async (event) => {
  if (await count()) event.preventDefault();
});

window.addEventListener('load', async () => {
  await load();
  window.addEventListener('message', () => window.close());
});

(async () => {
  await hear();
  browser.runtime.onMessage.addListener(() => window.close());
})();
