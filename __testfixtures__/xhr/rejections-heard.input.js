self.addEventListener('unhandledrejection', ({ reason }) => console.log(reason));
function load(done) {
  const request = new XMLHttpRequest();
  request.open('GET', chrome.runtime.getURL('data.json'));
  request.onload = () => done(request.status);
  request.send();
}
chrome.runtime.onMessage.addListener(() => load(console.log));
