function start() {}
var count = 0;
