function slowDown() {
  this.delay = 3600000;
}

// Functions that a name, an expression or a prototype gives know the object as `this`.
const named = { delay: 60000, slowDown };
setInterval(() => console.log('named'), named.delay);

const inner = { poll: { delay: 60000, slowDown } };
setInterval(() => console.log('inner'), inner.poll.delay);

const helpers = { slowDown };
const borrowed = { delay: 60000, slowDown: helpers.slowDown };
setInterval(() => console.log('borrowed'), borrowed.delay);

const later = { delay: 60000 };
later.slowDown = slowDown;
setInterval(() => console.log('later'), later.delay);

const inherited = { __proto__: { slowDown() { this.delay = 3600000; } }, delay: 60000 };
setInterval(() => console.log('inherited'), inherited.delay);

const chosen = { delay: 60000, slowDown };
setInterval(() => console.log('chosen'), chosen.delay);

class Later {
  static delay = 60000;
}
Later.slowDown = slowDown;
setInterval(() => console.log('Later'), Later.delay);

class Base {
  static slowDown() {
    this.delay = 3600000;
  }
}
class Inheriting extends Base {
  static delay = 60000;
}
setInterval(() => console.log('Inheriting'), Inheriting.delay);

class Given {
  static delay = 60000;
}
setInterval(() => console.log('Given'), Given.delay);

class Renamed {
  static delay = 60000;
}
const another = Renamed;
setInterval(() => console.log('Renamed'), Renamed.delay);

class Constructed {
  static delay = 60000;
  slowDown() {
    this.constructor.delay = 3600000;
  }
}
setInterval(() => console.log('Constructed'), Constructed.delay);

browser.runtime.onMessage.addListener((message) => {
  named.slowDown();
  inner.poll.slowDown();
  borrowed.slowDown();
  later.slowDown();
  inherited.slowDown();
  chosen[message]();
  Later.slowDown();
  Inheriting.slowDown();
  slow(Given);
  another.delay = 3600000;
  new Constructed().slowDown();
});

function slow(poller) {
  poller.delay = 3600000;
}

// Elements of `arguments` are the parameters.
function start(delay) {
  arguments[0] = delay * 60;
  setInterval(() => console.log('start'), delay);
}
start(60000);

function hand(delay) {
  double(arguments);
  setInterval(() => console.log('hand'), delay);
}
hand(60000);

function double(list) {
  list[0] *= 2;
}

function evaluated() {
  const delay = 60000;
  eval('delay');
  setInterval(() => console.log('evaluated'), delay);
}
evaluated();

// Other objects stand around, or in the place of those of the language.
const box = { period: 3600000 };
const period = 60000;
with (box) {
  setInterval(() => console.log('with'), period);
}

const shadowed = (function () {
  const Math = { max: () => 3600000 };
  setInterval(() => console.log('Math'), Math.max(60000, 1));
})();

const copies = { freeze: (object) => ({ ...object, delay: 3600000 }) };
const copied = copies.freeze({ delay: 60000 });
setInterval(() => console.log('copied'), copied.delay);

var global = 60000;
Object.assign(window, { global: 3600000 });
setInterval(() => console.log('global'), global);
