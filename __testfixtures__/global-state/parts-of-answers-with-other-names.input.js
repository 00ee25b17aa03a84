// What is put into a variable, and somebody else holds it, too.
let both = null;
let other = null;
let shown = null;
let given = null;
let twice = [];
let stepwise = {};
let looped = {};
let changed = [];
let inner = {};
let pairs = {};
const heard = {};
const timed = {};
const called = {};
const answers = [];
const marked = {};
const fresh = {};
let compared = null;

function keepBoth(text) {
  const part = JSON.parse(text).part;
  both = part;
  other = part;
}

function giveAway(text) {
  const part = JSON.parse(text).part;
  shown = part;
  render(part);
}

function handOn(text) {
  run(function () {
    const part = JSON.parse(text).part;
    given = part;
    return part;
  });
}

function samePart(text) {
  const result = JSON.parse(text);
  twice = result.rows;
  answers.push(result.rows);
}

// The element of every other step comes again.
function backwards(data) {
  for (let i = 0; i < data.length; i++) {
    stepwise[Object.keys(stepwise).length] = data[i];
    if (Object.keys(stepwise).length === 1) i--;
  }
}

function nested(data) {
  for (let k = 0; k < 2; k++) {
    for (let i = 0; i < data.length; i++) looped[data[i].id + k] = data[i];
  }
}

function changedBehind(data) {
  for (let i = 0; i < data.length; i++) changed.push(data[i]);
  setTimeout(() => {
    data[0].seen = true;
  }, 100);
}

function counted(data) {
  for (let i = 0; i < data.length; i++) inner[data[i].id] = data[i];
  pairs = data;
}

function listen(text) {
  const part = JSON.parse(text);
  chrome.tabs.onUpdated.addListener((id) => {
    heard[id] = part;
  });
}

function again(text) {
  const part = JSON.parse(text);
  setInterval(() => {
    timed[Object.keys(timed).length] = part;
  }, 1000);
}

function call(text) {
  const part = JSON.parse(text);
  run(() => {
    called[part.id] = part;
  });
}

// One variable for all callbacks: each gets the last one.
function mark(data) {
  for (var i = 0; i < data.length; i++) {
    var one = data[i];
    chrome.tabs.query({}, () => {
      marked[Object.keys(marked).length] = one;
    });
  }
}

// It is changed by its own name when it is kept already, or before.
function rename(text) {
  const part = JSON.parse(text);
  chrome.tabs.query({}, () => {
    fresh[part.id] = part;
  });
  chrome.tabs.query({ active: true }, () => {
    part.title = 'renamed';
  });
}

const parsed = JSON.parse('{"a":{}}');

function isSame() {
  if (compared === parsed.a) chrome.action.setBadgeText({ text: 'same' });
  compared = parsed.a;
}

chrome.runtime.onMessage.addListener((message) => {
  const text = JSON.stringify(message);
  keepBoth(text);
  giveAway(text);
  handOn(text);
  samePart(text);
  backwards(JSON.parse(text));
  nested(JSON.parse(text));
  changedBehind(JSON.parse(text));
  counted(JSON.parse(text));
  listen(text);
  again(text);
  call(text);
  mark(JSON.parse(text));
  rename(text);
  isSame();
});

chrome.tabs.onActivated.addListener(() => {
  if (both) both.seen = true;
  if (looped[0]) looped[0].seen = true;
  console.log(both, other, shown, given, twice, stepwise, looped, changed, inner, pairs, heard, timed, called, answers, marked, fresh, compared);
});
