const actions = {
  start: () => browser.extension.getBackgroundPage().start(),
};

for (const name of Object.keys(actions)) bind(name, actions[name]);
register(() => browser.extension.getBackgroundPage().start());
