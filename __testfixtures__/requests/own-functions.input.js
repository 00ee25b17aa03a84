const xhr = { sendRequest(url) { return url; }, onRequest: [] };
function sendRequest(url) {
  xhr.onRequest.push(url);
  return xhr.sendRequest(url);
}
sendRequest("https://example.com/");
