chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  early(message.url);
  either(message.url, sendResponse);
  apart(message.url, sendResponse);
  return true;
});

function early(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onreadystatechange = () => console.log(request.status) && request.readyState === 4;
  request.send();
}

function either(url, done) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onreadystatechange = () => request.readyState === 4 || done(request.status);
  request.send();
}

function apart(url, done) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onreadystatechange = () => {
    request.readyState === 4 && done(request.status);
    console.log('heard');
  };
  request.send();
}
