const words = [];
let last = '';

chrome.runtime.onMessage.addListener(({ text }) => {
  if (typeof text !== 'string') return;
  words.push(text.trim().toLowerCase());
  last = text?.substring(0, 3);
  console.log(words.length, last);
});
