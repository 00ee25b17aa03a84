const COUNT = 'count';

const byConstant = { count: 0, log() { console.log(this.count); } };
const byName = { opened: 0, closed: 0, bump(key) { this[key]++; } };
const byPrefix = { log() {}, set(key, value) { this[`_${key}`] = value; }, get(key) { return this[`_${key}`]; } };
const merged = { count: 0, log() { console.log(this.count); }, update(given) { Object.assign(this, given); } };
const assigned = { count: 0, log() { console.log(this.count); } };
const reflected = { count: 0, log() { console.log(this.count); } };
const defined = { count: 0, log() { console.log(this.count); } };

class Statistics {
  constructor() {
    this.hits = 0;
    this.misses = 0;
  }
  bump(key) { this[key]++; }
}
const statistics = new Statistics();

class Totals {
  static all = 0;
  static bump(key) { this[key]++; }
}

class Reading {
  constructor() { this.last = 0; }
  get(key) { return this[key]; }
}
const reading = new Reading();

chrome.tabs.onCreated.addListener((tab) => {
  byConstant[COUNT]++;
  byName.bump(tab.active ? 'opened' : 'closed');
  byPrefix.set('last', tab.id);
  merged.update({ count: tab.id });
  Object.assign(assigned, { count: tab.id });
  Reflect.set(reflected, 'count', tab.id);
  Object.defineProperty(defined, 'count', { value: tab.id, writable: true });
  statistics.bump('hits');
  Totals.bump('all');
  reading.last = tab.id;
});
chrome.action.onClicked.addListener(() => {
  console.log(byConstant.count, byName.opened, byName.closed, byPrefix.get('last'), merged.count, assigned.count, reflected.count, defined.count);
  console.log(statistics.hits, statistics.misses, Totals.all, reading.get('last'));
});
