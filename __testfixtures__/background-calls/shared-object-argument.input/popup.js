const bg = chrome.extension.getBackgroundPage();
const options = { dark: true };
document.getElementById('button').onclick = () => {
  bg.setMode(options);
  options.dark = false;
};
