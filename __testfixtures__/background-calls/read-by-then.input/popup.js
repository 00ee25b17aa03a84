const bg = chrome.extension.getBackgroundPage();
async function save() {
  bg.setMode('dark');
}
function load() {
  chrome.storage.local.get('mode', ({ mode }) => { document.title = mode; });
}
document.getElementById('button').onclick = () => {
  save().then(load);
};
