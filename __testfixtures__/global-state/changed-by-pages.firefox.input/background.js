var level = 1;
var paused = false;
var clicks = 0;
var visited = [];
var mode = 'plain';
let notes = 0;
const app = { name: 'Routes', rename(name) { nameOfRoute = name; } };
var nameOfRoute = '';
var route = { stops: 0, start() { return this.stops; } };
window.speed = 1;

var answers = { list: [] };
answers.add = function (answer) {
  this.list.push(answer);
};
class Tally {
  sum = 0;
  add(step) {
    this.sum += step;
  }
}
var tally = new Tally();
var log = { lines: [], add(line) { this.lines.push(line); } };
var others = { lines: [], note(line) { this.lines.push(line); } };

// No loss: these are never read, read by nobody after that, stored, asked for anew, or filled by the start-up.
var unread = 0;
undeclared = 0;
let outOfReach = 0;
var theme = localStorage.getItem('theme') || 'light';
var cached;
var options = {};
browser.storage.local.get('options').then((items) => {
  options = items.options;
});

function setMode(value) {
  change(value);
}

function change(value) {
  mode = value;
  notes++;
}

function getMode() {
  return mode;
}

function setTheme(value) {
  theme = value;
  localStorage.setItem('theme', value);
}

function pageSize() {
  cached ??= screen.width / 2;
  return cached;
}

setMode('plain');

browser.tabs.onCreated.addListener((tab) => {
  if (paused || visited.includes(tab.url) || level > 2) browser.tabs.remove(tab.id);
  console.log(notes, outOfReach, theme, pageSize(), options, nameOfRoute, route.start(), speed, answers.list.length, tally.sum, log.lines, others.lines, undeclared);
});
