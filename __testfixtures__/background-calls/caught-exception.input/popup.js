const bg = chrome.extension.getBackgroundPage();
const field = document.getElementById('field');
function load() {
  bg.parse(field.value);
}
document.getElementById('button').onclick = () => {
  try {
    load();
  } catch (error) {
    document.title = error.message;
  }
};
field.onchange = () => {
  try {
    document.title = bg.isLong(field.value) ? 'long' : 'short';
  } catch (error) {
    document.title = error.message;
  }
};
