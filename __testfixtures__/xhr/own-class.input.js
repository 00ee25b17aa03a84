class XMLHttpRequest {
  open(method, url) { this.url = url; }
  send() { fetch(this.url).then((answer) => this.onload(answer)); }
}
chrome.runtime.onMessage.addListener(({ url }) => {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.send();
});
