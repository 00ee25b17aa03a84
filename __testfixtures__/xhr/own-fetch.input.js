function fetch(url, done) {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.onload = () => done(request.status);
  request.send();
}
chrome.runtime.onMessage.addListener(({ url }) => fetch(url, console.log));
