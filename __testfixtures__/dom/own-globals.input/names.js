var Range = function (from, to) { this.from = from; this.to = to; };
function find(list, test) { return list.filter(test)[0]; }
self.screen = { width: 0 };
status = 'ready';
