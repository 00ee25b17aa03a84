let greeting = 'Number';

browser.storage.local.get({ greeting: 'Number' }).then((stored) => {
  greeting = stored.greeting;
});

// A promise is the answer, for what is asked here.
browser.runtime.onMessage.addListener((message, sender) => {
  switch (message.type) {
    case 'take':
      return Promise.resolve(`${greeting} ${numberOf(message.name)}`);
    case 'called': {
      const waiting = called;
      called = [];
      return Promise.resolve(waiting);
    }
    case 'count':
      return browser.tabs.query({}).then((tabs) => ({ tabs: tabs.length > 0, numbers: Object.keys(numbers) }));
  }
});

// An async listener answers with what it returns.
browser.runtime.onMessageExternal.addListener(async () => last);

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'call') {
    called.push(String(message.name));
    sendResponse(called.length);
  } else if (message.type === 'greeting') {
    browser.storage.local.set({ greeting: message.text }).then(() => sendResponse('stored'));
    return true;
  } else if (message.type === 'later') {
    browser.storage.local.get({ greeting: 'Number' }).then((stored) => {
      sendResponse([stored.greeting, last]);
    });
    return true;
  }
});

browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status === 'complete' && url.startsWith('http')) {
    browser.browserAction.setBadgeText({ text: String(numberOf(new URL(url).host)) });
  }
});

browser.browserAction.onClicked.addListener((tab) => {
  called.push(new URL(tab.url).host);
  browser.browserAction.setTitle({ title: called.join(', ') });
});
