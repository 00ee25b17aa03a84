browser.runtime.sendMessage("hello");
