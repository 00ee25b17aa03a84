function open(url) {
  chrome.tabs.create({ url });
}

function forget(key) {
  chrome.storage.local.remove(key);
}

function load(key, value) {
  switch (key) {
    case 'oldCount':
      forget(key);
      break;
    default:
      console.log(value);
  }
}

function refresh() {
  return fetch('https://example.com/rules.json');
}

chrome.storage.local.get(null, (items) => {
  for (const [key, value] of Object.entries(items)) load(key, value);
  if (!items.welcomed) open('welcome.html');
  if (!items.rules) refresh();
  try {
    JSON.parse(items.rules);
  } catch {
    refresh();
  }
});
