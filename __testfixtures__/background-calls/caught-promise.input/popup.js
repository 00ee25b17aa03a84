const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = async () => {
  try {
    document.title = await bg.load();
  } catch {
    document.title = 'none';
  }
};
