let greeting = 'Number';

const greetingLoaded = browser.storage.local.get({ greeting: 'Number' }).then((stored) => {
  greeting = stored.greeting;
}).catch(console.error);

// A promise is the answer, for what is asked here.
browser.runtime.onMessage.addListener((message, sender) => {
  switch (message.type) {
    case 'take':
      return greetingLoaded.then(async () => {
        await stateRestored;
        return Promise.resolve(`${greeting} ${numberOf(message.name)}`);
      });
    case 'called': {
      return greetingLoaded.then(() => stateRestored.then(() => {
        const waiting = called;
        called = [];
        browser.storage.session.set({ called });
        return Promise.resolve(waiting);
      }));
    }
    case 'count':
      return browser.tabs.query({}).then(async (tabs) => {
        await greetingLoaded;
        await stateRestored;
        return { tabs: tabs.length > 0, numbers: Object.keys(numbers) };
      });
  }
});

// An async listener answers with what it returns.
browser.runtime.onMessageExternal.addListener(async () => {
  await greetingLoaded;
  await stateRestored;
  return last;
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'call') {
    greetingLoaded.then(() => stateRestored.then(() => {
      called.push(String(message.name));
      browser.storage.session.set({ called });
      sendResponse(called.length);
    }));
    return true;
  } else if (message.type === 'greeting') {
    browser.storage.local.set({ greeting: message.text }).then(() => sendResponse('stored'));
    return true;
  } else if (message.type === 'later') {
    browser.storage.local.get({ greeting: 'Number' }).then(async (stored) => {
      await greetingLoaded;
      await stateRestored;
      sendResponse([stored.greeting, last]);
    });
    return true;
  }
});

browser.tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
  if (status === 'complete' && url.startsWith('http')) {
    await greetingLoaded;
    await stateRestored;
    browser.action.setBadgeText({ text: String(numberOf(new URL(url).host)) });
  }
});

browser.action.onClicked.addListener(async (tab) => {
  await greetingLoaded;
  await stateRestored;
  called.push(new URL(tab.url).host);
  browser.storage.session.set({ called });
  browser.action.setTitle({ title: called.join(', ') });
});
