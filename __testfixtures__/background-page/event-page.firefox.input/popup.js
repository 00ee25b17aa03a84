const old = browser.extension.getBackgroundPage();
const page = await browser.runtime.getBackgroundPage();
document.querySelector('button').onclick = () => page.start();
page.onUpdate = () => console.log(old.count);
