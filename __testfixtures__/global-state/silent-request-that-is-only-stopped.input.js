let request = null;
let controller;

function search(text) {
  if (text === '') return;
  const asked = new XMLHttpRequest();
  asked.open('GET', 'https://search.example/?q=' + text);
  asked.send();
  return asked;
}

chrome.omnibox.onInputChanged.addListener((text) => {
  if (request != null) {
    request.onload = null;
    request.abort();
    request = null;
  }
  request = search(text);
  controller && controller.abort();
  controller = new AbortController();
  fetch('https://suggest.example/?q=' + text, { signal: controller.signal });
});
