class Settings {
  constructor(given) {
    for (const key of Object.keys(given)) this[key] = given[key];
    Object.assign(this, { theme: 'light' });
  }
  get(key) { return this[key]; }
}
const settings = new Settings({ size: 3 });

const words = { hello: 'Hello', bye: 'Bye', say(key) { return this[key]; } };

const handlers = { open() {}, on(name, handler) { this[name] = handler; } };
handlers.on('close', () => {});

chrome.action.onClicked.addListener(() => {
  console.log(settings.get('size'), settings.theme, words.say('hello'));
  handlers.open();
});
