const rules = eval(document.body.dataset.rules);
const script = document.createElement('script');
script.src = 'https://cdn.example.com/inject.js';
document.head.appendChild(script);
console.log(rules);
