const root = new Function('return this')();
const add = new Function('a', 'b', 'return a + b');
setTimeout('tick(' + add(1, 2) + ')', 1000);
importScripts('https://cdn.example.com/lib.js');

function track() {
  const ga = document.createElement('script');
  ga.src = ('https:' == document.location.protocol ? 'https://ssl' : 'http://www') + '.example.com/ga.js';
  document.head.appendChild(ga);
  $.getScript('//cdn.example.com/more.js');
}

fetch('https://example.com/code.js')
  .then((answer) => answer.text())
  .then((code) => chrome.tabs.executeScript({ code }));

console.log(root, track);

// `Function` by another name.
console.log([].map.constructor.constructor('return 1')(), (() => {})['constructor']['constructor']('return 2')());
