const app = {
  $user: null,
  $retries$: 0,

  signIn(user) {
    app.$user = user.name;
    app.$retries$ += 1;
  },
};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'sign-in') app.signIn({ name: String(message.name) });
  else sendResponse({ user: app.$user, retries: app.$retries$ });
});
