var message = 'none';
var last = '';
function sendResponse(text) {
  last = text;
}
function sender(text) {
  last = text;
}
