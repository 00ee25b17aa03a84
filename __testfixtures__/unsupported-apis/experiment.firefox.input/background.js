browser.memory.read();
