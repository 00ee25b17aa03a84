var lib = {};
