const TREE = 'tree@example.com';

async function register() {
  await browser.runtime.sendMessage(TREE, { type: 'register' });
}

document.addEventListener('DOMContentLoaded', async () => {
  await browser.storage.local.get('marks');
  await register();
});

browser.runtime.onMessageExternal.addListener((message, sender) => Promise.resolve(sender.id === TREE));

// The browser starts the background for this listener; all else is done at top level.
browser.runtime.onStartup.addListener(() => {});
