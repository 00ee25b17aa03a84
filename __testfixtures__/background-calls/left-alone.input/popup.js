const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  // mv3-codemod-ignore background-calls: by hand
  bg.setMode('dark');
};
