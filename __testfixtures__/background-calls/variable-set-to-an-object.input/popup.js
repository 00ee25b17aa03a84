const bg = chrome.extension.getBackgroundPage();
const own = { dark: false };
document.getElementById('button').onclick = () => {
  bg.options = own;
  own.dark = true;
};
