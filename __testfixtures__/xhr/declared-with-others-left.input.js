function upload(url) {
  var request = new XMLHttpRequest(), sent = request.open('GET', url);
  request.onload = function () {
    console.log(request.status, sent);
  };
  request.send();
}

function handOn(url) {
  var request = new XMLHttpRequest(), other = request;
  request.open('GET', url);
  request.onload = function () {
    console.log(request.status, other);
  };
  request.send();
}

function explained(url) {
  var request = new XMLHttpRequest(), // asks
      count = 0; // counts
  request.open('GET', url);
  request.onload = function () {
    console.log(request.status, count);
  };
  request.send();
}

chrome.runtime.onMessage.addListener((message) => {
  upload(message);
  handOn(message);
  explained(message);
});
