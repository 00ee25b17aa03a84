browser.notifications.create({ type: 'basic', iconUrl: 'hello.svg', title: 'Hello', message: 'Hello' });
