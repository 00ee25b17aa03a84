const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (...args) {
  console.log(args[1]);
  return open.apply(this, args);
};
