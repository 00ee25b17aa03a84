let paused = false;
let working = 0;
let muted = [];
const allowed = {};
const shown = new Set();

chrome.runtime.onMessage.addListener(({ type, host, delay }) => {
  if (type === 'pause') {
    paused = true;
    setTimeout(() => { paused = false; }, 10 * 60000);
  }
  if (type === 'allow') allow(host);
  if (type === 'mute') {
    muted.push(`${host}`);
    setTimeout(() => {
      muted = muted.filter((one) => one !== `${host}`);
    }, delay);
  }
  if (type === 'work') {
    working += 2;
    setTimeout(() => { working -= 2; }, 60000);
  }
  if (type === 'show') {
    shown.add(`${host}`);
    setTimeout(() => {
      if (shown.has(`${host}`)) shown.delete(`${host}`);
    }, 60000);
  }
});

function allow(host) {
  allowed[host] = true;
  setTimeout(() => {
    delete allowed[host];
  }, 5 * 60000);
}

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (paused || !url || allowed[url] || muted.includes(url) || shown.has(url)) return;
  chrome.action.setTitle({ title: `${working}: ${url}` });
});
