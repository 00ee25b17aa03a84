fetch('https://example.com/started?id=' + browser.runtime.id);
