let last = 0;
const numbers = {};
let called = [];
const stateRestored = browser.storage.session.get({ last, numbers, called }).then((saved) => {
  last = saved.last;
  Object.assign(numbers, saved.numbers);
  called = saved.called;
}).catch(console.error);

function numberOf(name) {
  if (!numbers[name]) {
    numbers[name] = ++last;
    browser.storage.session.set({ last, numbers });
  }
  return numbers[name];
}
