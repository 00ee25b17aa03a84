var notes = {};

notes.byName = {};
notes.changes = 0;
var stateRestored = browser.storage.session.get({ byName: Object.entries(notes.byName), changes: notes.changes }).then(function (saved) {
  notes.byName = Object.fromEntries(saved.byName);
  notes.changes = saved.changes;
}).catch(console.error);

notes.keep = function (name, text) {
  this.byName[name] = text;
  browser.storage.session.set({ byName: Object.entries(this.byName) });
  notes.changed();
};

notes.drop = function (name) {
  delete notes.byName[name];
  browser.storage.session.set({ byName: Object.entries(notes.byName) });
  notes.changed();
};

notes.changed = function () {
  notes.changes++;
  browser.storage.session.set({ changes: notes.changes });
};

notes.list = function () {
  return Object.keys(notes.byName).join(' ') + ' ' + notes.changes;
};
