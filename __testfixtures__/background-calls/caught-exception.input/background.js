var data = {};
function parse(text) {
  data = JSON.parse(text);
}
function isLong(text) {
  return JSON.parse(text).length > 3;
}
