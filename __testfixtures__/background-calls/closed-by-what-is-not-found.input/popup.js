const bg = chrome.extension.getBackgroundPage();
const actions = [() => window.close(), () => {}];
document.getElementById('button').onclick = () => {
  actions[0]();
  bg.setMode('dark');
};
