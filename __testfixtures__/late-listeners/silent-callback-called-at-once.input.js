const observers = [];

function observe(callback) {
  if (typeof callback !== 'function') return;
  observers.push(callback);
  callback();
}

function once(callback) {
  if (observers.length > 0) callback();
  else callback(null);
}

observe(() => {
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
});
once(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log(id));
});
