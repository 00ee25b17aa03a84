const bg = chrome.extension.getBackgroundPage();
const show = (page) => console.log(page);
show(bg);
document.getElementById('button').onclick = () => bg.setMode('dark');
