var count = 0;
console.log(browser.extension.getBackgroundPage() === window);
