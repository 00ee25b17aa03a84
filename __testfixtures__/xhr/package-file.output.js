let words = [];

// The words come with the extension.
// asks for them
// true: does not wait
fetch(chrome.runtime.getURL('words.txt')).then((answer) => answer.text()).then((text) => {
  words = text.split('\n');
});

const load = (path, done) => {
  fetch('data/list.json').then(async (answer) => {
    const text = await answer.text();
    let data = null;
    try {
      data = JSON.parse(text);
    } catch {
      // What is no JSON is null.
    }
    const { status, response } = { status: answer.status, response: data };
    if (status === 200) {
      // A list of objects.
      done(response);
    }
  });
};

chrome.runtime.onMessage.addListener((message) => {
  if (words.includes(message.word)) load(message.path, console.log);
});
