const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = async () => {
  document.title = await bg.load();
};
document.getElementById('field').oninput = () => {
  bg.load().then((count) => {
    document.title = count;
  });
};
