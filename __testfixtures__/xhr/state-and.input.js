chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  load(message.url, sendResponse);
  count(message.url);
  both(message.url);
  return true;
});

function load(url, done) {
  const request = new XMLHttpRequest();
  request.onreadystatechange = () => request.readyState === 4 && done(request.responseText);
  request.open('GET', url);
  request.send();
}

function count(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onreadystatechange = function () {
    this.readyState === XMLHttpRequest.DONE && this.status === 200 && console.log(this.responseText.length);
  };
  request.send();
}

function both(url) {
  const request = new XMLHttpRequest();
  request.open('HEAD', url);
  request.onload = () => {
    const { status, statusText } = request;
    console.log(status, statusText);
  };
  request.send();
}
