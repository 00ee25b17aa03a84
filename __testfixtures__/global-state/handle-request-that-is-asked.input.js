let request = null;

chrome.omnibox.onInputChanged.addListener((text) => {
  request = new XMLHttpRequest();
  request.open('GET', 'https://search.example/?q=' + text);
  request.send();
});
chrome.omnibox.onInputEntered.addListener(() => {
  if (request) chrome.tabs.create({ url: request.responseText });
});
