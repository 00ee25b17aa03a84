function check(url) {
  const request = new XMLHttpRequest();
  request.addEventListener('load', () => console.log(request.status));
  request.onload = () => console.log(request.responseText);
  request.open('GET', url);
  request.send();
}
chrome.tabs.onCreated.addListener((tab) => check(tab.url));
