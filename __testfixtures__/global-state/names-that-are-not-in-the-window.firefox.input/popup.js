const page = browser.extension.getBackgroundPage();
console.log(page.location.href);
browser.runtime.sendMessage({ paused: true });
