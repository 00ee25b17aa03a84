window.chrome = { browserAction: { enable: jest.fn() } }; chrome.browserAction.enable();
