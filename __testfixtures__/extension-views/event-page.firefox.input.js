for (const view of browser.extension.getViews()) view.update();
console.log(browser.extension.inIncognitoContext);
