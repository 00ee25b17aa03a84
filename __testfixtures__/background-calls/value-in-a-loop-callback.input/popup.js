const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  [1, 2].forEach((id) => {
    document.title += bg.isOn(id);
  });
};
