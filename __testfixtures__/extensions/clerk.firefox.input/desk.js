let last = 0;
const numbers = {};
let called = [];

function numberOf(name) {
  if (!numbers[name]) numbers[name] = ++last;
  return numbers[name];
}
