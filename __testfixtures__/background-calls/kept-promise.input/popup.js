const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  const loading = bg.load();
  loading.then((count) => console.log(count));
};
