browser.runtime.getVersion();
