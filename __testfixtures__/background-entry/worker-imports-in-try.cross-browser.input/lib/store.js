const store = {};
