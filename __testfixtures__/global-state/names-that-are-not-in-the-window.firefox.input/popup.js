const page = browser.extension.getBackgroundPage();
console.log(page.visits);
browser.runtime.sendMessage({ paused: true });
