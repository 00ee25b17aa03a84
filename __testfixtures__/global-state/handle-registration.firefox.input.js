let registered = null;
let userScript = null;

async function register(message) {
  if (registered) {
    registered.unregister();
  }
  registered = await browser.contentScripts.register({ matches: message.hosts, js: [{ file: 'content.js' }] });
}

browser.runtime.onMessage.addListener(register);

browser.commands.onCommand.addListener((command) => {
  if (userScript) userScript.unregister();
  browser.userScripts.register({ matches: ['*://*/*'], js: [{ file: 'user.js' }] }).then((script) => {
    userScript = script;
  });
});
