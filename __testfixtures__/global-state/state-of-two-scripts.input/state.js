var enabled = true;
var hosts = [];
