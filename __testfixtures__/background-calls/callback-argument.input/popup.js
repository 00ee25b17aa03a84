const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.load(1, (id) => console.log(id));
};
