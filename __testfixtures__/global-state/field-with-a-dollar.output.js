const app = {
  $user: null,
  $retries$: 0,

  signIn(user) {
    app.$user = user.name;
    app.$retries$ += 1;
    chrome.storage.session.set({ $user: { value: app.$user }, $retries$: app.$retries$ });
  },
};
const stateRestored = chrome.storage.session.get({ $user: { value: app.$user }, $retries$: app.$retries$ }).then((saved) => {
  app.$user = saved.$user.value;
  app.$retries$ = saved.$retries$;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'sign-in') {
    stateRestored.then(() => {
      app.signIn({ name: String(message.name) });
    });
  }
  else {
    stateRestored.then(() => {
      sendResponse({ user: app.$user, retries: app.$retries$ });
    });
    return true;
  }
});
