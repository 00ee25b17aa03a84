const { setMode } = browser.extension.getBackgroundPage();
document.getElementById('button').onclick = () => setMode('dark');
