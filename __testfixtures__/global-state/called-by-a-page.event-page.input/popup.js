browser.runtime.getBackgroundPage().then((background) => background.bump());
