const words = /\w+/g;
const numbers = /\d+/g;
const spaces = /\s+/g;
const marks = new RegExp('[.,]', 'g');
const tokens = /\S+/y;
const plain = /\w+/;

function textsOf(text) {
  const found = [];
  let match;
  while ((match = words.exec(text)) !== null) found.push(match[0]);
  return found;
}

function numbersOf(text) {
  const found = [];
  for (;;) {
    const match = numbers.exec(text);
    if (!match) return found;
    found.push(match[0]);
  }
}

function tokenOf(text) {
  tokens.lastIndex = 0;
  return tokens.test(text);
}

chrome.tabs.onCreated.addListener((tab) => {
  console.log(textsOf(tab.title), numbersOf(tab.title), tokenOf(tab.title), plain.test(tab.title));
  console.log(tab.title.replace(spaces, ' '), tab.title.match(spaces), [...tab.title.matchAll(spaces)]);
  if (marks.test(tab.title)) console.log(tab.title.replace(marks, ''));
});
