var cache = {};
var order = [];

function remember(word, results) {
  if (!(word in cache)) {
    order.push(String(word));
    if (order.length > 50) delete cache[order.shift()];
  }
  cache[word] = results;
}

chrome.omnibox.onInputChanged.addListener(function (text, suggest) {
  if (cache[text]) {
    suggest(cache[text]);
    return;
  }
  fetch('https://dict.example/?q=' + text).then(function (response) {
    return response.json();
  }).then(function (results) {
    remember(text, results);
    suggest(results);
  });
});
