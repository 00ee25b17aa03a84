var notes = {};

notes.byName = {};
notes.changes = 0;

notes.keep = function (name, text) {
  this.byName[name] = text;
  notes.changed();
};

notes.drop = function (name) {
  delete notes.byName[name];
  notes.changed();
};

notes.changed = function () {
  notes.changes++;
};

notes.list = function () {
  return Object.keys(notes.byName).join(' ') + ' ' + notes.changes;
};
