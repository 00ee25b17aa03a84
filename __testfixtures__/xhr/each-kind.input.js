function readFile(path) {
  var xhr = new XMLHttpRequest();
  xhr.open('GET', chrome.runtime.getURL(path), false);
  xhr.send();
  return xhr.responseText;
}

var words = readFile('words.txt').split('\n');

function feed(url, done) {
  var xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (xhr.readyState === XMLHttpRequest.DONE) done(xhr.responseXML);
  };
  xhr.open('GET', url, true);
  xhr.send();
}

function page(url, done) {
  var xhr = new window.XMLHttpRequest();
  xhr.open('GET', url);
  xhr.responseType = 'document';
  xhr.onload = function () { done(xhr.response); };
  xhr.send();
}

function upload(url, file, report) {
  var xhr = new XMLHttpRequest();
  xhr.upload.onprogress = report;
  xhr.open('POST', url);
  xhr.send(file);
}

chrome.runtime.onMessage.addListener(function (message) {
  feed(message.url, console.log);
  page(message.url, console.log);
  upload(message.url, message.text, console.log);
});
