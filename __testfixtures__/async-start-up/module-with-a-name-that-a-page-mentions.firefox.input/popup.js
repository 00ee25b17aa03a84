const page = browser.extension.getBackgroundPage();
console.log(page.location.href);
document.getElementById('restore').onclick = () => browser.runtime.sendMessage('restore');
