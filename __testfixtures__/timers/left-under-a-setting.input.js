let options = {};
let timer = 0;

function apply() {
  clearInterval(timer);
  if (!options.watch) return;
  timer = setInterval(watch, options.every * 60 * 1000);
}

function watch() {
  fetch('https://shop.example/price').then((answer) => chrome.action.setTitle({ title: String(answer.status) }));
}

chrome.storage.sync.get(null, (items) => {
  options = items;
  apply();
});

chrome.storage.onChanged.addListener((changes) => {
  for (const key of Object.keys(changes)) options[key] = changes[key].newValue;
  apply();
});
