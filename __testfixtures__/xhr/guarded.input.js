async function load(url) {
  if (typeof XMLHttpRequest === 'undefined') return (await fetch(url)).text();
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onload = () => resolve(request.responseText);
    request.send();
  });
}
chrome.runtime.onMessage.addListener((message) => { load(message.url).then(console.log); });
