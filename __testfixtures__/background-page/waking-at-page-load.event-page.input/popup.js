const page = browser.extension.getBackgroundPage();
document.title = page.count;

document.querySelector('#go').onclick = () => page.start();
