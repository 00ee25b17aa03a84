let words = [];

// The words come with the extension.
var xhr = new XMLHttpRequest(); // asks for them
xhr.open('GET', chrome.runtime.getURL('words.txt'), true); // true: does not wait
xhr.onload = function () {
  words = xhr.responseText.split('\n');
};
xhr.send(null);

const load = (path, done) => {
  const request = new XMLHttpRequest();

  request.open('GET', 'data/list.json');
  request.responseType = 'json';

  request.onload = function (event) {
    const { status, response } = event.target;
    if (status === 200) {
      // A list of objects.
      done(response);
    }
  };

  request.send();
};

chrome.runtime.onMessage.addListener((message) => {
  if (words.includes(message.word)) load(message.path, console.log);
});
